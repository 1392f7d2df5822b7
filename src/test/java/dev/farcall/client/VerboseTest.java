package dev.farcall.client;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of an exchange, and what nobody must. */
final class VerboseTest {

  private static final String FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";

  private static final String REPLY_LINES =
      """
        <methodResponse>
          <params>
            <param>
              <value>
                <int>5</int>
              </value>
            </param>
          </params>
        </methodResponse>
      """;

  /** What is written of a call without parameters, but for the time that is left. */
  private static String written(ScriptedServer server, XmlRpcClient.Builder builder) {
    StringBuilder out = new StringBuilder();
    try (XmlRpcClient client = builder.verbose(out).build()) {
      client.call("m");
    }
    return out.toString()
        .replaceAll("Farcall-Deadline: [0-9]+", "Farcall-Deadline: N")
        .replace(":" + server.port() + "/", ":PORT/");
  }

  private static String written(ScriptedServer server) {
    return written(server, XmlRpcClient.builder(server.uri()));
  }

  /** What is written of a reply that is none. */
  private static String writtenOfRefused(Reply reply) throws Exception {
    StringBuilder out = new StringBuilder();
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(out).build()) {
      assertThrows(ProtocolError.class, () -> client.call("m"));
    }
    return out.substring(out.indexOf("\n< ") + 1);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void exchangeIsWritten() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE))) {
      assertEquals(
          """
          > POST http://127.0.0.1:PORT/RPC2
          > Accept: text/xml, application/xml;q=0.9, */*;q=0.1
          > Accept-Encoding: gzip
          > Content-Type: text/xml; charset=UTF-8
          > Farcall-Deadline: N
          > User-Agent: farcall
            <?xml version="1.0" encoding="UTF-8"?>
            <methodCall>
              <methodName>m</methodName>
              <params></params>
            </methodCall>
          < 200
          < Content-Length: 92
          < Content-Type: text/xml
          """
              + REPLY_LINES,
          written(server));
    }
  }

  @Test
  void secretsAreMasked() throws Exception {
    Reply reply = Reply.xml(FIVE).header("Set-Cookie", "session=secret");
    try (ScriptedServer server = ScriptedServer.answering(reply)) {
      String text =
          written(
              server,
              XmlRpcClient.builder(
                      server.uri().toString().replace("//", "//me:secret@") + "?token=secret")
                  .header("Cookie", "secret")
                  .header("X-Api-Key", "secret"));
      assertFalse(text.contains("secret"), text);
      for (String line :
          List.of(
              "> POST http://127.0.0.1:PORT/RPC2\n",
              "> Authorization: ***\n",
              "> Cookie: ***\n",
              "> X-Api-Key: ***\n",
              "< Set-Cookie: ***\n")) {
        assertTrue(text.contains(line), text);
      }
    }
  }

  @Test
  void secretsOfARedirectAreMasked() throws Exception {
    Reply reply =
        Reply.status(303).header("Location", "http://me:secret@localhost/there?token=secret");
    assertEquals(
        """
        < 303
        < Content-Length: 0
        < Location: http://***@localhost/there?***
        """,
        writtenOfRefused(reply));
  }

  @Test
  void bothWaysAreShownDecompressed() throws Exception {
    Reply reply = Reply.status(200).header("Content-Encoding", "gzip").body(gzip(FIVE));
    try (ScriptedServer server = ScriptedServer.answering(reply)) {
      String text = written(server, XmlRpcClient.builder(server.uri()).gzipRequests(0));
      assertTrue(text.contains("> Content-Encoding: gzip\n"), text);
      assertTrue(text.contains("\n    <methodName>m</methodName>\n"), text);
      assertTrue(
          text.endsWith("< Content-Encoding: gzip\n" + contentLength(gzip(FIVE)) + REPLY_LINES),
          text);
    }
  }

  private static String contentLength(byte[] body) {
    return "< Content-Length: " + body.length + "\n";
  }

  @Test
  void encodingIsUnderstood() throws Exception {
    Reply reply =
        Reply.status(404)
            .header("Content-Type", "text/plain; charset=ISO-8859-1")
            .body("für".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(writtenOfRefused(reply).endsWith("\n  für\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain; charset=no such", "text/plain; charset=x-none", ";;;", ""})
  void encodingThatIsNoneIsUtf8(String type) throws Exception {
    Reply reply = Reply.status(404).header("Content-Type", type).body("für");
    assertTrue(writtenOfRefused(reply).endsWith("\n  für\n"));
  }

  @Test
  void longBodiesAreCut() throws Exception {
    String lines = "12345678901234567890123456789012345678901234567890123456789012\n".repeat(1200);
    String reply =
        "<methodResponse><params><param><value>"
            + lines
            + "</value></param></params></methodResponse>";
    StringBuilder out = new StringBuilder();
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(reply));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(out).build()) {
      assertEquals(lines, client.call("m", lines));
    }
    String text = out.toString();
    assertEquals(2, text.split("\n  \\.\\.\\. more than 65536 bytes\n", -1).length - 1);
    assertTrue(text.length() < 140_000);
  }

  @Test
  void compressedBodyIsCutWhereItsTextIsLong() throws Exception {
    StringBuilder out = new StringBuilder();
    String reply = FIVE + "\n".repeat(1 << 20);
    try (ScriptedServer server =
            ScriptedServer.answering(
                Reply.status(200).header("Content-Encoding", "gzip").body(gzip(reply)));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(out).build()) {
      assertEquals(5, client.call("m"));
    }
    assertTrue(out.toString().endsWith("\n  ... more than 65536 bytes\n"));
  }

  @Test
  void longLineIsCut() throws Exception {
    String text = writtenOfRefused(Reply.status(404).body("x".repeat(5000)));
    assertTrue(text.endsWith("\n  " + "x".repeat(4093) + "...\n"), text);
  }

  @Test
  void pageIsWritten() throws Exception {
    String page = "<html>\n<p>Sorry</p>\n<br>\n</html>";
    assertEquals(
        """
        < 502
        < Content-Length: 32
        < Content-Type: text/html
          <html>
          <p>Sorry</p>
          <br>
          </html>
        """,
        writtenOfRefused(Reply.status(502).header("Content-Type", "text/html").body(page)));
  }

  @Test
  void controlCharactersAreEscaped() throws Exception {
    Reply reply =
        Reply.status(404)
            .header("X-A\u001b[2J", "b\u001b]0;c\u0007")
            .body("a\u001b[31mb\u0000\u202e\u009bc\u0085\u2028d");
    assertEquals(
        """
        < 404
        < Content-Length: 20
        < X-A\\u001b[2J: b\\u001b]0;c\\u0007
          a\\u001b[31mb\\u0000\\u202e\\u009bc\\u0085\\u2028d
        """,
        writtenOfRefused(reply));
  }

  @ParameterizedTest
  @CsvSource({"'\n'", "'\r'", "'\r\n'"})
  void linesAreNotForged(String end) throws Exception {
    String text =
        writtenOfRefused(
            Reply.status(404)
                .body("a" + end + "> POST http://localhost/" + end + "< 200" + end + "! no"));
    assertTrue(text.endsWith("\n  a\n  > POST http://localhost/\n  < 200\n  ! no\n"), text);
  }

  @Test
  void failureIsWritten() throws Exception {
    StringBuilder out = new StringBuilder();
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(out).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertTrue(
          out.toString().endsWith("</methodCall>\n! " + e.getMessage() + "\n"), out::toString);
    }
  }

  @Test
  void replyThatBreaksIsWrittenAsFarAsItCame() throws Exception {
    StringBuilder out = new StringBuilder();
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE).cutBodyAfter(24));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(out).build()) {
      assertThrows(TransportException.class, () -> client.call("m"));
      assertTrue(out.toString().endsWith("\n  <methodResponse>\n    <params>\n"), out::toString);
    }
  }

  @Test
  void eachHopIsWritten() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(Reply.status(307).header("Location", "/there"), Reply.xml(FIVE))) {
      String text = written(server);
      assertTrue(text.contains("</methodCall>\n< 307\n"), text);
      assertTrue(text.contains("\n< Location: /there\n> POST http://127.0.0.1:PORT/there\n"), text);
    }
  }

  @Test
  void writerThatFailsHarmsNoCall() throws Exception {
    Appendable broken =
        new FilterWriter(new StringWriter()) {
          @Override
          public void write(String text, int from, int length) throws IOException {
            throw new IOException("the disk is full");
          }
        };
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(broken).build()) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m"));
      assertEquals(List.of(2), server.requestsPerConnection());
    }
  }

  @Test
  void writerIsFlushedAndNotClosed() throws Exception {
    List<String> done = new ArrayList<>();
    Appendable out =
        new StringWriter() {
          @Override
          public void flush() {
            done.add("flush");
          }

          @Override
          public void close() {
            done.add("close");
          }
        };
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).verbose(out).build()) {
      client.call("m");
    }
    assertEquals(List.of("flush", "flush"), done);
  }

  @Test
  void loggerGetsRequestAndReply() throws Exception {
    String name = VerboseTest.class.getName();
    try (CapturedLog log = CapturedLog.of(name);
        ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).verbose(System.getLogger(name)).build()) {
      client.call("m");
      LogRecord request = requireNonNull(log.take());
      assertEquals(Level.FINE, request.getLevel());
      assertTrue(request.getMessage().startsWith("> POST "), request::getMessage);
      assertTrue(requireNonNull(log.take()).getMessage().endsWith("\n  </methodResponse>"));
    }
  }

  @Test
  void nothingIsCollectedForALoggerThatIsOff() throws Exception {
    String name = VerboseTest.class.getName() + ".off";
    Logger held = Logger.getLogger(name);
    held.setLevel(Level.INFO);
    InputStream body = InputStream.nullInputStream();
    Transport next = request -> new TransportReply(200, Map.of(), body);
    Verbose verbose = new Verbose(Transcript.to(System.getLogger(name)), next);
    RequestBody unread = RequestBody.of(new byte[0]);
    TransportRequest request =
        new TransportRequest(URI.create("http://localhost/"), Map.of(), unread, Optional.empty());
    assertSame(body, verbose.send(request).body());
    assertEquals(Level.INFO, held.getLevel());
  }

  @Test
  void concurrentCallsDoNotMixWithinABlock() throws Exception {
    StringBuilder out = new StringBuilder();
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).verbose(out).timeout(Duration.ofHours(1)).build()) {
      List<CompletableFuture<Object>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        calls.add(client.callAsync("m"));
      }
      for (CompletableFuture<Object> call : calls) {
        assertEquals(5, call.get());
      }
    }
    String mixed = out.toString().replaceAll("Deadline: [0-9]+", "Deadline: N");
    String[] blocks = mixed.split("(?m)^(?=> POST|< 200)");
    assertEquals(100, blocks.length);
    assertEquals(2, List.of(blocks).stream().distinct().count());
  }
}
