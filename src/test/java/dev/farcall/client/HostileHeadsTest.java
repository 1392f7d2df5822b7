package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.TestPki;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of answers, and bodies in chunks, by which a server attacks who calls it. */
final class HostileHeadsTest {

  private static final String FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";

  /** What heads are made of, and what they are not made of. */
  private static final List<String> PIECES =
      List.of(
          "HTTP/1.1 200 OK",
          "HTTP/1.0 200",
          "HTTP/1.1 100 Continue\r\n",
          "HTTP/1.1 101 Switching Protocols",
          "HTTP/1.1 204 No Content",
          "HTTP/1.1 304 Not Modified",
          "HTTP/1.1 307 Moved",
          "HTTP/1.1 401 Unauthorized",
          "HTTP/1.1 503 Busy",
          "HTTP/1.1 000 Nothing",
          "HTTP/1.1 999 Everything",
          "Content-Length: 5",
          "Content-Length: ,",
          "Content-Length: 5,5",
          "Content-Length:",
          "Content-Length: 999999999999999999",
          "Content-Length: 1\u00b2",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: ,",
          "Transfer-Encoding:",
          "Content-Encoding: gzip",
          "Content-Encoding:",
          "Content-Type:",
          "Content-Type: text/xml; charset=\"",
          "Content-Type: text/xml; charset=\u00ff",
          "Content-Type: ;;;=",
          "Connection: close, , keep-alive",
          "Farcall-Unprocessed: 1",
          "Retry-After: -1",
          "Retry-After: 999999999",
          "Location: http://[::1",
          "Location: //a@b:99999/",
          "Location: ?\u0000",
          "Location:",
          "WWW-Authenticate: Basic",
          "Set-Cookie: a=b; Max-Age=x",
          ": x",
          "x",
          " x",
          "\u0000: \u0000",
          "\r",
          "",
          "",
          "5\r\n<?xml\r\n0\r\n",
          "ffffffffffffffff",
          "7fffffffffffffff;" + "x".repeat(100),
          "-1",
          FIVE);

  private static Reply random(Random random) {
    StringBuilder head = new StringBuilder(random.nextInt(4) > 0 ? "HTTP/1.1 200 OK\r\n" : "");
    for (int i = random.nextInt(8); i > 0; i--) {
      head.append(PIECES.get(random.nextInt(PIECES.size()))).append("\r\n");
    }
    return Reply.raw(head + "\r\n" + FIVE);
  }

  /** An answer, or one of the exceptions that are promised: a caller can be ready for those. */
  @Test
  void whateverComesIsAnAnswerOrADocumentedException() throws Exception {
    Random random = new Random(38);
    Reply[] replies = new Reply[2_000];
    for (int i = 0; i < replies.length; i++) {
      replies[i] = random(random);
    }
    try (ScriptedServer server = ScriptedServer.answering(replies);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      int answered = 0;
      for (int i = 0; i < replies.length; i++) {
        try {
          assertEquals(5, client.call("m"));
          answered++;
        } catch (TransportException | WireException | FaultException documented) {
          assertTrue(documented.getMessage() != null);
        }
      }
      assertTrue(answered > 0 && answered < replies.length, "answered: " + answered);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ", ,", "5,", "5 5"})
  void lengthThatIsNoneIsToldAsSuch(String length) throws Exception {
    Reply reply = Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + FIVE);
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          server.uri() + ": the answer has a Content-Length that is no number", e.getMessage());
    }
  }

  /** It took the square of their number, which no timeout ends. */
  @Test
  void blanksInALengthTakeNoTime() throws Exception {
    String length = "5" + " ".repeat(60_000) + "5";
    Reply reply = Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + FIVE);
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            for (int i = 0; i < 10; i++) {
              assertThrows(TransportException.class, () -> client.call("m"));
            }
          });
    }
  }

  @Test
  void interimAnswersWithoutEndAreGivenUp() throws Exception {
    Reply endless = Reply.raw("").endless("HTTP/1.1 102 Processing\r\n\r\n");
    try (ScriptedServer server = ScriptedServer.answering(endless);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": more than 8 interim answers", e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      server.awaitHangUp();
    }
  }

  private static ScriptedServer overTls(Reply reply) throws Exception {
    return ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), reply);
  }

  private static TransportException failure(ScriptedServer server) throws Exception {
    try (XmlRpcClient client =
        XmlRpcClient.builder(server.uri()).sslContext(TestPki.trusting()).build()) {
      return assertThrows(TransportException.class, () -> client.call("m"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints"})
  void interimAnswersWithoutEndAreGivenUpByTheClientOfTheJdk(String interim) throws Exception {
    try (ScriptedServer server =
        overTls(Reply.raw("").endless("HTTP/1.1 " + interim + "\r\n\r\n"))) {
      TransportException e = failure(server);
      assertEquals(
          server.uri()
              + ": what answers there does not speak HTTP: Too many interim responses received:"
              + " 9 > 8",
          e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
    }
  }

  @Test
  void chunksThatAreMostlyExtensionsAreGivenUpByTheClientOfTheJdk() throws Exception {
    String chunk = "1;" + "x".repeat(60_000) + "\r\n \r\n";
    Reply endless =
        Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").endless(chunk);
    try (ScriptedServer server = overTls(endless)) {
      TransportException e = failure(server);
      assertEquals(
          server.uri() + ": the connection broke while the answer was read", e.getMessage());
      server.awaitHangUp();
    }
  }
}
