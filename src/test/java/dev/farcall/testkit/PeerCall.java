package dev.farcall.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Calls of servers that others wrote, as plain as can be, to see that they answer. */
final class PeerCall {

  private PeerCall() {}

  /** The document that comes back, without white space. */
  static String answer(URI uri, String method, String... values) throws Exception {
    return answer(HttpClient.newHttpClient(), HttpRequest.newBuilder(uri), method, values);
  }

  static String answer(SSLContext tls, URI uri, String method, String... values) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
    return answer(client, HttpRequest.newBuilder(uri), method, values);
  }

  static String answer(
      HttpClient client, HttpRequest.Builder request, String method, String... values)
      throws Exception {
    HttpRequest post =
        request
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(document(method, values)))
            .build();
    String body = client.send(post, BodyHandlers.ofString()).body();
    return body.replaceAll("\\s+(?=<)|(?<=>)\\s+", "");
  }

  private static String document(String method, String... values) {
    StringBuilder params = new StringBuilder();
    for (String value : values) {
      params.append("<param><value>").append(value).append("</value></param>");
    }
    return """
    <methodCall xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions">
    <methodName>%s</methodName><params>%s</params></methodCall>"""
        .formatted(method, params);
  }
}
