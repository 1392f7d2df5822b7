package dev.farcall.interop;

import static dev.farcall.interop.Target.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A call hidden in the body of another, for a server that sees the end of that body elsewhere than
 * what stands before it. Two may differ only about requests that are wrong, so that those must be
 * refused, and their connection be closed.
 */
final class SmugglingTest {

  private static final String HIDDEN_DOCUMENT = call("m", "<int>1</int>");
  private static final String HIDDEN =
      "POST /RPC2 HTTP/1.1\nHost: localhost\nContent-Type: text/xml\nContent-Length: "
          + HIDDEN_DOCUMENT.length()
          + "\n\n"
          + HIDDEN_DOCUMENT;

  @SuppressWarnings("NullAway.Init")
  private Target target;

  @BeforeEach
  void start() throws Exception {
    target = Target.start(HandlerAttackTest.Failing.class);
  }

  @AfterEach
  void nextCallIsAnswered() throws Exception {
    try (Target running = target) {
      assertTrue(running.answers());
    }
  }

  /** Sends a head with these lines and the body; whatever the answer, nothing may be called. */
  private void assertRefused(String lines, String body) throws IOException {
    try (RawConnection connection = target.connect()) {
      connection.send("POST /RPC2 HTTP/1.1\nHost: localhost\nContent-Type: text/xml\n" + lines);
      connection.send("\n\n" + body);
      int status = connection.receive().status();
      assertTrue(status >= 400, () -> lines + ": " + status);
      assertTrue(connection.isAtEnd());
    }
    assertEquals(0, target.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\nContent-Length: 5",
        "Content-Length: 5\nTransfer-Encoding: identity, chunked",
        "Content-Length: 5\nTransfer-Encoding: CHUNKED",
        "Content-Length: 5\nTransfer-Encoding:\u000bchunked",
        "Content-Length: 5\nTransfer-Encoding : chunked",
        "Content-Length: 5\nTransfer-Encoding: xchunked",
        "Content-Length: 5\nTransfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
      })
  void lengthBesideChunksIsRefused(String lines) throws IOException {
    assertRefused(lines, "0\n\n" + HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\nContent-Length: 6",
        "Content-Length: 6\nContent-Length: 5",
        "Content-Length: 5, 6",
        "Content-Length: +5",
        "Content-Length: -5",
        "Content-Length: 0x5",
        "Content-Length: 5 5",
        "Content-Length: 5.0",
        "Content-Length: 99999999999999999999",
        "Content-Length : 5",
        "Content\u0000-Length: 5",
        "X: a\n Content-Length: 5",
      })
  void lengthThatCanBeReadTwoWaysIsRefused(String lines) throws IOException {
    assertRefused(lines, "01234" + HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1\n",
        "0x5\n",
        "ffffffffffffffff5\n",
        " \n",
        "\n",
        "g\n",
      })
  void chunkOfNoSizeIsRefused(String size) throws IOException {
    assertRefused("Transfer-Encoding: chunked", size + "01234\n0\n\n" + HIDDEN);
  }

  @Test
  void twoHostsAreRefused() throws IOException {
    assertRefused("Host: evil.example\nContent-Length: 5", "01234");
  }

  @Test
  void headWithLinesThatAreNoneIsRefused() throws IOException {
    assertRefused("no header\nContent-Length: 5", "01234" + HIDDEN);
  }

  /** What a proxy would have taken for the body of a call is never another one. */
  @Test
  void bodyOfARefusedCallIsNoCall() throws IOException {
    try (RawConnection connection = target.connect()) {
      connection.send(
          "POST /RPC2 HTTP/1.1\nHost: evil.example\nContent-Type: text/xml\nContent-Length: "
              + HIDDEN.replace("\n", "\r\n").length()
              + "\n\n"
              + HIDDEN);
      assertEquals(421, connection.receive().status());
      connection.endOutput();
      assertTrue(connection.isAtEnd());
    }
    assertEquals(0, target.calls());
  }
}
