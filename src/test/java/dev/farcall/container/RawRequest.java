package dev.farcall.container;

import dev.farcall.testkit.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as it goes over the wire, right or wrong.
 *
 * @param line the first line; its path is that within the application
 * @param headers one or several lines each
 * @param body as it is sent
 * @param ending what follows the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawRequest(String line, List<String> headers, byte[] body, Ending ending) {

  /** What a caller does after what it sent. */
  enum Ending {
    WAITS,
    SENDS_NO_MORE
  }

  /** A document sent as it should be. */
  static RawRequest of(byte[] document) {
    return new RawRequest(
        "POST /RPC2 HTTP/1.1",
        List.of("Host: localhost", "Content-Type: text/xml", "Content-Length: " + document.length),
        document,
        Ending.WAITS);
  }

  /** A document in UTF-8 sent as it should be. */
  static RawRequest of(String document) {
    return of(document.getBytes(StandardCharsets.UTF_8));
  }

  /** With another first line. */
  RawRequest line(String other) {
    return new RawRequest(other, headers, body, ending);
  }

  /** With another first line, and no body. */
  RawRequest bodiless(String other) {
    return without("Content-Type")
        .without("Content-Length")
        .line(other)
        .body(new byte[0])
        .with("Connection: close");
  }

  /** With another body, and the headers as they were. */
  RawRequest body(byte[] other) {
    return new RawRequest(line, headers, other, ending);
  }

  /** With one more header, or several. */
  RawRequest with(String... more) {
    List<String> all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return new RawRequest(line, all, body, ending);
  }

  /** Without a header. */
  RawRequest without(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    List<String> rest = new ArrayList<>(headers);
    rest.removeIf(header -> header.toLowerCase(Locale.ROOT).startsWith(start));
    return new RawRequest(line, rest, body, ending);
  }

  /** As if the caller had gone. */
  RawRequest sendingNoMore() {
    return new RawRequest(line, headers, body, Ending.SENDS_NO_MORE);
  }

  /** Sends it on a connection of its own. */
  Outcome send(RunningContainer container) throws IOException {
    try (RawConnection connection = container.connect()) {
      return Outcome.of(
          () -> {
            connection.send(head(container.path()));
            connection.send(body);
            return (ending == Ending.WAITS ? connection : connection.endOutput()).receive();
          });
    }
  }

  private String head(String path) {
    String there = line.replaceFirst(" /", " " + path + "/");
    return there + "\n" + String.join("\n", headers) + "\n\n";
  }
}
