package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.WireException;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is, by its status and its body. */
final class ReplyReaderTest {

  private static final String FAULT =
      "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>7</int>"
          + "</value></member><member><name>faultString</name><value>sorry</value></member></struct>"
          + "</value></fault></methodResponse>";

  private static String document(String value) {
    return "<methodResponse><params><param><value>"
        + value
        + "</value></param></params></methodResponse>";
  }

  private static <T extends Throwable> T thrown(Class<T> type, Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      return assertThrows(type, () -> client.call("m"));
    }
  }

  private static ProtocolError assertError(String problem, Reply reply) throws Exception {
    ProtocolError e = thrown(ProtocolError.class, reply);
    assertEquals(e.uri() + ": answered with status " + problem, e.getMessage());
    return e;
  }

  private static Object result(Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      return client.call(Object.class, "m");
    }
  }

  private static Reply typed(int status, String type, String body) {
    return Reply.status(status).header("Content-Type", type).body(body);
  }

  @ParameterizedTest
  @CsvSource({
    "200, '<html><body>Hello</body></html>'",
    "200, '<!DOCTYPE html><html></html>'",
    "500, ' \n<!doctype HTML>\n<title>Sorry'",
    "200, '<HTML lang=en>'"
  })
  void pageIsNoAnswer(int status, String page) throws Exception {
    ProtocolError e = assertError(status + " and an HTML page", typed(status, "text/html", page));
    assertEquals(status, e.status());
    assertEquals(page, e.bodyStart());
    assertEquals(Optional.of("text/html"), e.header("content-type"));
    assertEquals(Delivery.UNKNOWN, e.delivery());
  }

  @ParameterizedTest
  @CsvSource({
    "400, ''",
    "401, ': it wants to know who calls (basicAuth, bearerToken)'",
    "403, ''",
    "404, ': the path of the address may be wrong'",
    "405, ': the path of the address may be wrong'",
    "411, ': it may not read what is sent (gzipRequests, encoding)'",
    "413, ''",
    "415, ': it may not read what is sent (gzipRequests, encoding)'",
    "421, ': it does not answer for this host'",
    "429, ': it has too much to do'",
    "500, ''",
    "502, ''",
    "503, ': it has too much to do'"
  })
  void statusTellsWhatToLookAt(int status, String advice) throws Exception {
    ProtocolError e =
        assertError(
            status + " and no methodResponse but text/plain" + advice,
            typed(status, "text/plain;charset=utf-8", "Sorry"));
    assertEquals(status, e.status());
    assertEquals("Sorry", e.bodyStart());
    assertEquals(Delivery.UNKNOWN, e.delivery());
    assertTrue(e.getCause() instanceof WireException);
  }

  @Test
  void emptyErrorHasNoType() throws Exception {
    ProtocolError e = assertError("500 and no methodResponse", typed(500, "text/xml", ""));
    assertEquals("", e.bodyStart());
  }

  @Test
  void typeCannotForgeLines() throws Exception {
    assertError(
        "500 and no methodResponse but a\\u001b[2j" + "x".repeat(67) + "...",
        typed(500, "a\u001b[2J" + "x".repeat(200), "Sorry"));
  }

  @Test
  void nothingIsNoAnswer() throws Exception {
    WireException e = thrown(WireException.class, Reply.status(204));
    assertEquals("the document is empty", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 404, 500, 503})
  void faultIsOneWhateverTheStatus(int status) throws Exception {
    FaultException e = thrown(FaultException.class, typed(status, "text/xml", FAULT));
    assertEquals(7, e.code());
    assertEquals("sorry", e.faultString());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void valueWithAnErrorIsNone(int status) throws Exception {
    ProtocolError e =
        assertError(
            status + " and gave a value none the less",
            typed(status, "text/xml", document("<int>5</int>")));
    assertEquals(document("<int>5</int>"), e.bodyStart());
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "201", "202"})
  void valueWithAnySuccessIsOne(int status) throws Exception {
    assertEquals(5, result(typed(status, "text/xml", document("<int>5</int>"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 429})
  void refusedCallWasNotStarted(int status) throws Exception {
    Reply reply = typed(status, "text/xml", FAULT).header("farcall-unprocessed", "1");
    ProtocolError e =
        assertError(status + " and refused the call unprocessed: it has too much to do", reply);
    assertEquals(Delivery.REFUSED, e.delivery());
  }

  @Test
  void refusedCallWasNotStartedWhateverTheBody() throws Exception {
    Reply reply = Reply.status(503).header("Farcall-Unprocessed", "1");
    ProtocolError e = assertError("503 and no methodResponse: it has too much to do", reply);
    assertEquals(Delivery.REFUSED, e.delivery());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502})
  void otherStatusIsNoRefusal(int status) throws Exception {
    Reply reply = Reply.status(status).header("Farcall-Unprocessed", "1");
    ProtocolError e = assertError(status + " and no methodResponse", reply);
    assertEquals(Delivery.UNKNOWN, e.delivery());
  }

  @Test
  void unknownCodingIsRefused() throws Exception {
    WireException e =
        thrown(
            WireException.class,
            Reply.xml(document("")).header("Content-Encoding", "br").closing());
    assertEquals("the answer has a Content-Encoding nobody asked for", e.getMessage());
    assertEquals(FaultCode.UNSUPPORTED_ENCODING, e.code());
  }

  @ParameterizedTest
  @CsvSource({
    "text/xml; charset=\"ISO-8859-1\", ''",
    "text/xml, <?xml version='1.0' encoding='ISO-8859-1'?>"
  })
  void encodingIsThatOfTheHeaderOrTheDocument(String type, String declaration) throws Exception {
    byte[] body = (declaration + document("für")).getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("für", result(Reply.status(200).header("Content-Type", type).body(body)));
  }

  @Test
  void encodingsThatContradictEachOtherAreRefused() throws Exception {
    String document = "<?xml version='1.0' encoding='UTF-8'?>" + document("x");
    WireException e =
        thrown(WireException.class, typed(200, "text/xml; charset=ISO-8859-1", document));
    assertEquals(
        "the document is said to be ISO-8859-1 and to be UTF-8; which one is it?", e.getMessage());
  }

  @Test
  void firstKilobyteOfTheBodyIsKept() throws Exception {
    ProtocolError e =
        assertError("500 and no methodResponse", Reply.status(500).body("x".repeat(5000)));
    assertEquals("x".repeat(1024), e.bodyStart());
  }

  @Test
  void bodyThatWasReadFurtherIsKeptFromItsStart() throws Exception {
    String body = document("<string>" + "y".repeat(5000) + "</string>");
    ProtocolError e =
        assertError("500 and gave a value none the less", Reply.status(500).body(body));
    assertEquals(body.substring(0, 1024), e.bodyStart());
  }

  @Test
  void bodyThatBreaksIsKeptAsFarAsItCame() throws Exception {
    ProtocolError e =
        thrown(ProtocolError.class, Reply.status(500).body("x".repeat(500)).cutBodyAfter(100));
    assertTrue(e.bodyStart().isEmpty() || e.bodyStart().equals("x".repeat(100)));
  }
}
