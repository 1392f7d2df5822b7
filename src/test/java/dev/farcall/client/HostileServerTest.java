package dev.farcall.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.testkit.Pace;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that attack: what is wrong with a document is a WireException, its connection is given
 * up, and the next call is answered.
 */
final class HostileServerTest {

  private static final String FIVE = response("<int>5</int>");

  private static String response(String value) {
    return "<methodResponse><params><param><value>"
        + value
        + "</value></param></params></methodResponse>";
  }

  private static String nested(int levels) {
    return "<array><data><value>".repeat(levels - 1)
        + "<array><data/></array>"
        + "</value></data></array>".repeat(levels - 1);
  }

  private static XmlRpcClient client(ScriptedServer server) {
    return XmlRpcClient.builder(server.uri()).build();
  }

  /** What the client says of this answer; the call behind it must be answered. */
  private static String problem(Reply attack) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(attack, Reply.xml(FIVE));
        XmlRpcClient client = client(server)) {
      WireException e = assertThrows(WireException.class, () -> client.call("m"));
      assertEquals(5, client.call("m"));
      return e.code().code() + " " + e.getMessage();
    }
  }

  private static Reply gzip(byte[] body) {
    return Reply.status(200)
        .header("Content-Type", "text/xml")
        .header("Content-Encoding", "gzip")
        .body(body);
  }

  private static byte[] compressed(byte[]... pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (byte[] piece : pieces) {
        out.write(piece);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static Stream<Arguments> doctypes() {
    List<String> types =
        List.of(
            "<!DOCTYPE methodResponse>",
            "<!DOCTYPE methodResponse SYSTEM \"HTTP/x.dtd\">",
            "<!DOCTYPE methodResponse [<!ENTITY a \"b\">]>",
            "<!DOCTYPE methodResponse [<!ENTITY a SYSTEM \"HTTP/x\">]>",
            "<!DOCTYPE methodResponse [<!ENTITY % p SYSTEM \"HTTP/x.dtd\"> %p;]>",
            "<!DOCTYPE methodResponse [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>");
    return types.stream()
        .flatMap(
            type ->
                Stream.of(
                    Arguments.of(type, "UTF-8", "UTF-8", -32700),
                    Arguments.of(type, "UTF-16", "UTF-16", -32700),
                    Arguments.of(type, "ISO-8859-1", "ISO-8859-1", -32700),
                    Arguments.of(type, "US-ASCII", "US-ASCII", -32700),
                    Arguments.of(type, "UTF-32", "UTF-32BE", -32701),
                    Arguments.of(type, "IBM037", "IBM037", -32701),
                    Arguments.of(type, "ISO-2022-JP", "ISO-2022-JP", -32701),
                    Arguments.of(type, "UTF-7", "US-ASCII", -32701)));
  }

  /** A server stands by that nobody may connect to. */
  @ParameterizedTest
  @MethodSource("doctypes")
  void doctypeIsRefusedAndNothingFetched(String doctype, String declared, String charset, int code)
      throws Exception {
    try (ServerSocket canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String fetched = doctype.replace("HTTP", "http://127.0.0.1:" + canary.getLocalPort());
      String document = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + fetched + FIVE;
      byte[] body = document.getBytes(Charset.forName(charset));
      String problem = problem(Reply.status(200).header("Content-Type", "text/xml").body(body));
      assertTrue(problem.startsWith(code + " "), problem);
      assertTrue(code != -32700 || problem.contains("a DOCTYPE is not accepted"), problem);
      canary.setSoTimeout(1);
      // A connection that was ever made waits here.
      assertThrows(SocketTimeoutException.class, canary::accept);
    }
  }

  @Test
  void entitiesThatGrowAreNotExpanded() throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    assertEquals(
        "-32700 a DOCTYPE is not accepted (line 1, column 1)",
        problem(Reply.xml(laughs.append("]>") + response("&l9;"))));
  }

  @Test
  void oneEntityThatIsRepeatedIsNotExpanded() throws Exception {
    String entity = "<!DOCTYPE m [<!ENTITY a \"" + "a".repeat(20_000) + "\">]>";
    assertEquals(
        "-32700 a DOCTYPE is not accepted (line 1, column 1)",
        problem(Reply.xml(entity + response("&a;".repeat(10_000)))));
  }

  @Test
  void depthIsLimited() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(response(nested(64))));
        XmlRpcClient client = client(server)) {
      assertTrue(client.call("m") instanceof List);
    }
    String problem = problem(Reply.xml(response(nested(65))));
    assertTrue(problem.startsWith("-32002 "), problem);
    assertTrue(problem.contains("max-depth"), problem);
    assertTrue(problem(Reply.xml(response(nested(100_000)))).contains("max-depth"));
  }

  @Test
  void numberOfValuesIsLimited() throws Exception {
    // The array is one of them.
    String most = "<array><data>" + "<value/>".repeat(999_999) + "</data></array>";
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(response(most)));
        XmlRpcClient client = client(server)) {
      assertEquals(999_999, client.call(List.class, "m").size());
    }
    String more = most.replace("</data>", "<value/></data>");
    String problem = problem(Reply.xml(response(more)));
    assertTrue(problem.startsWith("-32002 "), problem);
    assertTrue(problem.contains("max-values"), problem);
  }

  @Test
  void bytesAreLimited() throws Exception {
    WireLimits limits = WireLimits.defaults().withMaxDocumentBytes(FIVE.length());
    try (ScriptedServer server =
            ScriptedServer.answering(
                Reply.xml(FIVE),
                Reply.xml(FIVE + " "),
                gzip(compressed((FIVE + " ").getBytes(UTF_8))));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).limits(limits).build()) {
      assertEquals(5, client.call("m"));
      for (int i = 0; i < 2; i++) {
        WireException e = assertThrows(WireException.class, () -> client.call("m"));
        assertEquals(
            "the body has more than the 92 bytes that max-document-bytes allows", e.getMessage());
      }
    }
  }

  @Test
  void bodyWithoutEndIsCut() throws Exception {
    String start = FIVE.replace("</methodResponse>", "");
    assertEquals(
        "-32002 the body has more than the 67108864 bytes that max-document-bytes allows",
        problem(Reply.xml(start).endless(" ".repeat(1 << 16))));
  }

  @Test
  void bombIsCut() throws Exception {
    byte[] blanks = " ".repeat(32 << 20).getBytes(UTF_8);
    assertEquals(
        "-32002 the body has more than the 67108864 bytes that max-document-bytes allows",
        problem(gzip(compressed(FIVE.getBytes(UTF_8), blanks, blanks, blanks))));
  }

  @Test
  void compressedBodyThatYieldsNothingIsCut() throws Exception {
    byte[] emptyBlocks = new byte[5 << 16];
    for (int i = 0; i < emptyBlocks.length; i += 5) {
      emptyBlocks[i + 3] = (byte) 0xff;
      emptyBlocks[i + 4] = (byte) 0xff;
    }
    byte[] head = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    Reply endless = gzip(head).endless(emptyBlocks);
    assertEquals(
        "-32002 the body has more than the 67108864 bytes that max-document-bytes allows",
        problem(endless));
  }

  static Stream<Arguments> damaged() {
    byte[] whole = compressed(FIVE.getBytes(UTF_8));
    byte[] badCrc = whole.clone();
    badCrc[whole.length - 8] ^= 1;
    byte[] trailing = Arrays.copyOf(whole, whole.length + 3);
    byte[] second = Arrays.copyOf(whole, whole.length * 2);
    System.arraycopy(whole, 0, second, whole.length, whole.length);
    return Stream.of(
        Arguments.of("cut short", Arrays.copyOf(whole, whole.length - 9)),
        Arguments.of("bad CRC", badCrc),
        Arguments.of("something behind", trailing),
        Arguments.of("a second member", second),
        Arguments.of("twice", compressed(whole)));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void damagedBodyIsRefused(String name, byte[] body) throws Exception {
    String problem = problem(gzip(body));
    assertTrue(problem.startsWith("-32700 "), name + ": " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip", "zstd", "compress"})
  void unknownCodingIsRefused(String coding) throws Exception {
    assertEquals(
        "-32701 the answer has a Content-Encoding nobody asked for",
        problem(Reply.xml(FIVE).header("Content-Encoding", coding)));
  }

  @Test
  void objectsOfJavaAreNotMade() throws Exception {
    String cause =
        "<member><name>faultCause</name><value><base64>rO0ABXQAAWE=</base64></value></member>";
    String fault =
        "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int>"
            + "</value></member><member><name>faultString</name><value>x</value></member>"
            + cause
            + "</struct></value></fault></methodResponse>";
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(fault));
        XmlRpcClient client = client(server)) {
      FaultException e = assertThrows(FaultException.class, () -> client.call("m"));
      assertEquals("x", e.faultString());
      assertTrue(e.members().get("faultCause") instanceof Binary);
    }
    assertEquals(
        "-32600 params[0]: unknown type \"ex:serializable\" (line 1, column 39)",
        problem(Reply.xml(response("<ex:serializable>rO0ABXQAAWE=</ex:serializable>"))));
  }

  /** However far an answer comes, the call is sent once, and nobody claims that it was not. */
  @Test
  void answerCutAnywhereIsUnknownAndNotAskedForAgain() throws Exception {
    int length = 100 + FIVE.length();
    Reply[] script =
        IntStream.range(1, length).mapToObj(Reply.xml(FIVE)::cutAfter).toArray(Reply[]::new);
    try (ScriptedServer server = ScriptedServer.answering(script);
        XmlRpcClient client = client(server)) {
      int whole = 0;
      for (int i = 0; i < script.length; i++) {
        try {
          assertEquals(5, client.call("m"));
          whole++;
        } catch (TransportException e) {
          assertEquals(Delivery.UNKNOWN, e.delivery());
        }
      }
      assertTrue(whole < script.length);
      // One that meets a connection on its end is not even read.
      assertTrue(server.requests().size() <= script.length);
    }
  }

  @Test
  void dribbleIsEndedByTheTimeForAll() throws Exception {
    Pace pace = new Pace();
    pace.allow(40);
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE).dribbled(pace));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).timeout(Duration.ofMillis(300)).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": the time for the whole call passed (timeout)", e.getMessage());
      pace.allowAll();
      server.awaitHangUp();
    }
  }
}
