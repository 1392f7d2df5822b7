package dev.farcall.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Calls methods that take strings. */
record Rpc(HttpClient http, URI uri) {

  static Rpc of(URI uri) {
    return new Rpc(HttpClient.newHttpClient(), uri);
  }

  HttpResponse<String> call(String method, String... params)
      throws IOException, InterruptedException {
    return http.send(request(method, params), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> callLater(String method, String... params) {
    return http.sendAsync(request(method, params), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String... params) {
    StringBuilder body = new StringBuilder("<methodCall><methodName>" + method + "</methodName>");
    body.append("<params>");
    for (String param : params) {
      body.append("<param><value>").append(param).append("</value></param>");
    }
    body.append("</params></methodCall>");
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "text/xml")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }
}
