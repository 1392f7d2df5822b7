package dev.farcall.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.farcall.testkit.Needed;
import dev.farcall.testkit.Notation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scripts of the page as they are shipped, run by Node.js. */
final class PageScripts {

  private static final Path DOCS = Path.of("src/main/webapp/WEB-INF/docs");
  private static final Path RUNNER = Path.of("src/test/resources/page/snippets.mjs");

  private PageScripts() {}

  /** Ends the test unless Node.js is here. */
  static void requireNode() throws InterruptedException {
    Needed.command("node", "node", "--version");
  }

  /** The programs for these calls: each a {@code text}, or a {@code problem}. */
  static List<JsonObject> snippets(List<JsonObject> wanted, Path folder) throws Exception {
    JsonArray all = new JsonArray();
    wanted.forEach(all::add);
    String answer =
        Programs.run(
            folder,
            // JSON of ASCII: half of a surrogate pair has no bytes of its own.
            Notation.ascii(all.toString()),
            "node",
            RUNNER.toAbsolutePath().toString(),
            DOCS.toAbsolutePath().toString());
    List<JsonObject> snippets = new ArrayList<>();
    JsonParser.parseString(answer)
        .getAsJsonArray()
        .forEach(element -> snippets.add(element.getAsJsonObject()));
    return snippets;
  }
}
