package dev.farcall.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call that the page shows as a program; they are in {@code snippets.json}. */
record SnippetCase(JsonObject json) {

  private static final Path FILE = Path.of("src/test/resources/page/snippets.json");

  static List<SnippetCase> all() throws IOException {
    List<SnippetCase> cases = new ArrayList<>();
    JsonParser.parseString(Files.readString(FILE))
        .getAsJsonArray()
        .forEach(element -> cases.add(new SnippetCase(element.getAsJsonObject())));
    return cases;
  }

  String name() {
    return json.get("name").getAsString();
  }

  JsonArray params() {
    return json.getAsJsonArray("params");
  }

  /** Whether a token is sent, which the page does not tell the program. */
  boolean hasToken() {
    return json.has("token");
  }

  /** What the page says instead of a program, where the language has no words for the call. */
  Optional<String> problem(String language) {
    return json.has("unsaid") && json.getAsJsonObject("unsaid").has(language)
        ? Optional.of(json.getAsJsonObject("unsaid").get(language).getAsString())
        : Optional.empty();
  }

  /** What the page's scripts are asked for. */
  JsonObject wanted(String language, URI server) {
    JsonObject call = new JsonObject();
    call.addProperty("url", server.toString());
    call.addProperty("method", json.has("method") ? json.get("method").getAsString() : "m");
    call.add("params", params());
    call.addProperty("token", hasToken());
    JsonObject wanted = new JsonObject();
    wanted.addProperty("id", language);
    wanted.add("call", call);
    return wanted;
  }
}
