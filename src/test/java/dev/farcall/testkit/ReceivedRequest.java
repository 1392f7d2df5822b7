package dev.farcall.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A request as a {@link ScriptedServer} received it.
 *
 * @param connection the number of its connection, from 0
 * @param head the request line and the headers as they came, with the empty line
 * @param body as it came, chunks and all
 * @param content the body without chunks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedRequest(int connection, byte[] head, byte[] body, byte[] content) {

  /** The first line, without its end. */
  public String requestLine() {
    return headText().lines().findFirst().orElse("");
  }

  /** The head as text, line ends as they came. */
  public String headText() {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** The values of a header, its name in any case, in the order they came. */
  public List<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headText()
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /** The body without chunks, as text in UTF-8. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
