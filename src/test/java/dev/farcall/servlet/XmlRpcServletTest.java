package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.model.Fault;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary calls over HTTP, as clients send them. */
final class XmlRpcServletTest {

  private static final byte[] ECHO = document("test.echo", "<string>x</string>");

  @SuppressWarnings("NullAway.Init")
  private static ServletFixture server;

  @BeforeAll
  static void start() throws Exception {
    server = ServletFixture.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void callIsAnswered() throws IOException {
    Reply reply = server.call(ECHO);
    assertEquals(200, reply.status());
    assertEquals("x", value(reply.body()));
  }

  @Test
  void answerHasTheHeadersThatKeepBrowsersAwayAndNoOthers() throws IOException {
    Reply reply = server.call(ECHO);
    // Jetty writes a well-known type in its own way.
    assertTrue(
        "text/xml;charset=utf-8"
            .equalsIgnoreCase(reply.headers().getOrDefault("Content-Type", "").replace(" ", "")));
    assertEquals("nosniff", reply.headers().get("X-Content-Type-Options"));
    assertEquals("no-store", reply.headers().get("Cache-Control"));
    assertEquals("same-origin", reply.headers().get("Cross-Origin-Resource-Policy"));
    Set<String> ours = new TreeSet<>(reply.headers().keySet());
    // Jetty's own.
    ours.removeAll(Set.of("Server", "Date"));
    assertEquals(
        Set.of(
            "Cache-Control",
            "Content-Length",
            "Content-Type",
            "Cross-Origin-Resource-Policy",
            "Vary",
            "X-Content-Type-Options"),
        ours);
  }

  @Test
  void contentLengthCountsBytes() throws IOException {
    Reply reply = server.call(document("test.echo", "<string>&#233;&#8364;</string>"));
    assertEquals(List.of(String.valueOf(reply.body().length)), reply.header("Content-Length"));
    assertEquals("\u00e9\u20ac", value(reply.body()));
  }

  @Test
  void faultIsAnAnswerWithStatus200() throws IOException {
    Reply reply = server.call(document("test.nothing"));
    assertEquals(200, reply.status());
    assertEquals(-32601, fault(reply.body()).code());
  }

  @Test
  void documentThatIsNoneIsAFaultWithStatus200() throws IOException {
    Reply reply = server.call("<methodCall>".getBytes(StandardCharsets.UTF_8));
    assertEquals(200, reply.status());
    assertEquals(-32700, fault(reply.body()).code());
  }

  @Test
  void emptyBodyIsAFaultWithStatus200() throws IOException {
    Reply reply = server.call(new byte[0]);
    assertEquals(200, reply.status());
    assertEquals(-32700, fault(reply.body()).code());
  }

  @Test
  void charsetOfTheContentTypeCounts() throws IOException {
    byte[] latin1 =
        new String(document("test.echo", "<string>\u00e9</string>"), StandardCharsets.UTF_8)
            .replace("<?xml version=\"1.0\"?>", "")
            .getBytes(StandardCharsets.ISO_8859_1);
    String head = head(latin1.length).replace("text/xml", "text/xml; charset=\"iso-8859-1\"");
    assertEquals("\u00e9", value(server.send(head, latin1).body()));
  }

  @Test
  void largeAnswerIsStreamedInChunks() throws IOException {
    Reply reply = server.call(document("test.repeat", "<string>abc</string>", "<int>100000</int>"));
    assertEquals(List.of("chunked"), reply.header("Transfer-Encoding"));
    assertEquals(List.of(), reply.header("Content-Length"));
    assertEquals("abc".repeat(100_000), value(reply.body()));
  }

  @Test
  void chunkedRequestIsRead() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(
          head(ECHO.length)
              .replace("Content-Length: " + ECHO.length, "Transfer-Encoding: chunked"));
      for (byte octet : ECHO) {
        connection.send("1\n").send(new byte[] {octet}).send("\n");
      }
      assertEquals("x", value(connection.send("0\n\n").receive().body()));
    }
  }

  @Test
  void http10IsAnsweredWithALengthAndTheConnectionClosed() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(http10(ECHO)).send(ECHO);
      Reply reply = connection.receive();
      assertEquals(List.of(String.valueOf(reply.body().length)), reply.header("Content-Length"));
      assertEquals("x", value(reply.body()));
      assertTrue(connection.isAtEnd());
    }
  }

  @Test
  void http10GetsALargeAnswerWithoutChunks() throws IOException {
    byte[] call = document("test.repeat", "<string>abc</string>", "<int>100000</int>");
    Reply reply = server.send(http10(call), call);
    assertEquals(List.of(), reply.header("Transfer-Encoding"));
    assertEquals("abc".repeat(100_000), value(reply.body()));
  }

  private static String http10(byte[] body) {
    return "POST /RPC2 HTTP/1.0\nContent-Type: text/xml\nContent-Length: " + body.length + "\n\n";
  }

  @Test
  void connectionIsKeptForTheNextCall() throws IOException {
    try (RawConnection connection = server.connect()) {
      for (int i = 0; i < 3; i++) {
        assertEquals("x", value(connection.send(head(ECHO.length)).send(ECHO).receive().body()));
      }
    }
  }

  @Test
  void connectionIsKeptAfterAFault() throws IOException {
    byte[] broken = "<methodCall>".getBytes(StandardCharsets.UTF_8);
    try (RawConnection connection = server.connect()) {
      assertEquals(
          -32700, fault(connection.send(head(broken.length)).send(broken).receive().body()).code());
      assertEquals("x", value(connection.send(head(ECHO.length)).send(ECHO).receive().body()));
    }
  }

  @Test
  void callThatAsksFirstIsToldToContinue() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(head(ECHO.length, "Expect: 100-continue"));
      assertEquals(100, connection.receive().status());
      assertEquals("x", value(connection.send(ECHO).receive().body()));
    }
  }

  @Test
  void callThatAsksFirstIsRefusedBeforeItsBody() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(head(8_388_609, "Expect: 100-continue"));
      assertEquals(413, connection.receive().status());
    }
  }

  @Test
  void handlerSeesTheCaller() throws IOException {
    Reply reply = server.call(document("test.caller"), "x-test: a", "X-Test: b");
    assertEquals("127.0.0.1 http [a, b] false false", value(reply.body()));
  }

  @Test
  void apacheCallerIsAnsweredInItsNamespace() throws IOException {
    byte[] apache =
        new String(document("test.nil"), StandardCharsets.UTF_8)
            .replace(
                "<methodCall>",
                "<methodCall xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">")
            .getBytes(StandardCharsets.UTF_8);
    assertTrue(server.call(apache).text().contains("<ex:nil/>"));
    assertTrue(server.call(document("test.nil")).text().contains("<nil/>"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200_000})
  void answerThatCannotBeWrittenIsACompleteFault(int chars) throws IOException {
    Reply reply = server.call(document("test.unwritableBehind", "<int>" + chars + "</int>"));
    assertEquals(200, reply.status());
    Fault fault = fault(reply.body());
    assertEquals(-32603, fault.code());
    assertEquals(
        "internal error, reference : result: U+0000 at position "
            + chars
            + " cannot be written as XML (setting illegal-characters)",
        fault.faultString().replaceFirst("[0-9A-Z]{10}", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "TRACE", "OPTIONS"})
  void otherMethodsAreRefused(String method) throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(method + " /RPC2 HTTP/1.0\n\n");
      Reply reply = connection.receive();
      assertEquals(405, reply.status());
      assertEquals(List.of("POST"), reply.header("Allow"));
    }
  }

  @Test
  void refusalIsAFaultThatKeepsNoConnectionFromTheNextCall() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(head(ECHO.length).replace("text/xml", "text/plain")).send(ECHO);
      Reply reply = connection.receive();
      assertEquals(415, reply.status());
      assertEquals("nosniff", reply.headers().get("X-Content-Type-Options"));
      assertEquals(-32300, fault(reply.body()).code());
      assertEquals(
          "this Content-Type is not accepted; send text/xml, or change content-types",
          fault(reply.body()).faultString());
      assertEquals("x", value(connection.send(head(ECHO.length)).send(ECHO).receive().body()));
    }
  }

  @Test
  void noSessionIsMade() throws IOException {
    Reply reply = server.call(ECHO, "Cookie: JSESSIONID=x");
    assertFalse(reply.headers().containsKey("Set-Cookie"));
  }
}
