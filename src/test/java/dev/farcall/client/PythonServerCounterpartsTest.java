package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.client.MultiCall.Result;
import dev.farcall.model.MethodCall;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Python's own tests of its client (CPython 3.11, Lib/test/test_xmlrpc.py) check against a
 * server, each by a counterpart of the same name; see {@link PythonCounterpartsTest}.
 *
 * <p>Not ours, deliberately:
 *
 * <ul>
 *   <li>SimpleServerTestCase.test_introspection4: our servers know their signatures.
 *   <li>SimpleServerTestCase.test_nonascii_methodname, in part: our servers export no such name, so
 *       the document alone is looked at.
 *   <li>SimpleServerTestCase.test_dotted_attribute: as in FaultTestCase.
 *   <li>MultiPathServerTestCase, of fragments: they are not sent, as RFC 9110 wants it. Of an empty
 *       path with a query: the path is then /RPC2 as without one, since a request must have one.
 *   <li>KeepaliveServerTestCase2: a client that was closed stays closed; another begins anew.
 *   <li>GzipServerTestCase.test_bad_gzip_request: our server explains status 400 by a fault, which
 *       is what the caller gets.
 *   <li>HeadersServerTestCase.test_header_tuple, test_header_items: Java has one way to add one.
 * </ul>
 */
final class PythonServerCounterpartsTest {

  private static final Transport HTTP = HttpTransport.of(HttpOptions.DEFAULTS);

  private static JettyFixture jetty;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.", PythonFunctions.class.getName())
            .start();
    client = XmlRpcClient.builder(jetty.uri()).build();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    jetty.close();
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_simple1")
  void callIsAnswered() {
    assertEquals(1679616, client.call("pow", 6, 8));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_nonascii")
  void textBeyondAsciiIsAnswered() {
    assertEquals("P\u0177th\u01a1n", client.call("add", "P\u0177t", "h\u01a1n"));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_client_encoding, SimpleServerEncodingTestCase")
  void otherEncodingIsAnswered() {
    try (XmlRpcClient latin =
        XmlRpcClient.builder(jetty.uri()).encoding(StandardCharsets.ISO_8859_1).build()) {
      assertEquals("\u20ac\u00a4", latin.call("add", "\u20ac", "\u00a4"));
    }
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_nonascii_methodname")
  void nameBeyondAsciiIsSentAsReferences() {
    byte[] document =
        Peer.written(it -> it.encoding(StandardCharsets.US_ASCII), "t\u00ea\u0161t", 42);
    assertEquals(MethodCall.of("t\u00ea\u0161t", 42), Peer.read(document));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_404, MultiPathServerTestCase.test_invalid_path")
  void wrongPathIsToldWithItsStatus() throws IOException {
    try (CountingServer server = new CountingServer();
        XmlRpcClient lost =
            XmlRpcClient.builder(server.uri().resolve("/this-is-not-valid")).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> lost.call("add", 6, 8));
      assertEquals(404, e.status());
    }
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_introspection1")
  void methodsAreListed() {
    Set<String> own = new TreeSet<>(client.system().listMethods());
    own.removeIf(name -> name.startsWith("system."));
    assertEquals(
        Set.of("pow", "add", "div", "my_function", "fail", "header", "Fixture.getData"), own);
    assertTrue(client.system().listMethods().contains("system.multicall"));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_introspection2, test_introspection3")
  void helpIsTold() {
    assertEquals("This is the div function", client.system().methodHelp("div"));
    assertEquals("This is my function", client.system().methodHelp("my_function"));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_introspection4")
  void signatureIsTold() {
    assertEquals(List.of(List.of("int", "int", "int")), client.system().methodSignature("div"));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_multicall")
  void severalCallsAreAnsweredAsOne() {
    MultiCall calls = client.multiCall();
    Result<@Nullable Object> sum = calls.add("add", 2, 3);
    Result<@Nullable Object> power = calls.add("pow", 6, 8);
    Result<@Nullable Object> quotient = calls.add("div", 127, 42);
    calls.execute();
    assertEquals(List.of(5, 1679616, 3), List.of(value(sum), value(power), value(quotient)));
  }

  private static Object value(Result<@Nullable Object> result) {
    Object value = result.get();
    return value == null ? "nil" : value;
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_non_existing_multicall")
  void missingMethodOfSeveralIsAFaultWhereItIsRead() {
    MultiCall calls = client.multiCall();
    Result<@Nullable Object> missing = calls.add("this_is_not_exists");
    calls.execute();
    assertEquals(-32601, assertThrows(FaultException.class, missing::get).code());
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_allow_dotted_names_true")
  void nameWithDotsIsAnswered() {
    assertEquals("42", client.service("Fixture").call("getData"));
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_unicode_host")
  void addressIsText() {
    try (XmlRpcClient other = XmlRpcClient.builder(jetty.uri().toString()).build()) {
      assertEquals("a\u00e9", other.call("add", "a", "\u00e9"));
    }
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_partial_post")
  void halfARequestDisturbsNobody() throws IOException {
    try (RawConnection half = new RawConnection(jetty.connect())) {
      half.send("POST /RPC2 HTTP/1.0\nContent-Length: 100\nContent-Type: text/xml\n\nbye");
      assertEquals(1679616, client.call("pow", 6, 8));
    }
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_context_manager")
  void clientIsClosedAtTheEndOfItsBlock() {
    XmlRpcClient used;
    try (XmlRpcClient other = XmlRpcClient.builder(jetty.uri()).build()) {
      used = other;
      assertEquals(5, other.call("add", 2, 3));
    }
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> used.call("add", 2, 3));
    assertEquals("the client is closed", e.getMessage());
  }

  @Test
  @DisplayName("SimpleServerTestCase.test_context_manager_method_error")
  void clientIsClosedAfterAFault() {
    List<XmlRpcClient> used = new ArrayList<>();
    assertThrows(
        FaultException.class,
        () -> {
          try (XmlRpcClient other = XmlRpcClient.builder(jetty.uri()).build()) {
            used.add(other);
            other.call("add", 2, "a");
          }
        });
    assertThrows(IllegalStateException.class, () -> used.get(0).call("add", 2, 3));
  }

  @ParameterizedTest
  @DisplayName("MultiPathServerTestCase.test_path1, test_path2 and all of its queries")
  @CsvSource({
    "/foo, /foo",
    "/foo/bar, /foo/bar",
    "/foo?k=v#frag, /foo?k=v",
    "/foo#frag, /foo",
    "/foo?k=v, /foo?k=v",
    "'', /RPC2",
    "/, /",
    "?k=v, /RPC2?k=v",
    "#frag, /RPC2"
  })
  void pathAndQueryAreKept(String given, String sent) {
    List<TransportRequest> requests = new ArrayList<>();
    try (XmlRpcClient other =
        XmlRpcClient.builder("http://localhost" + given)
            .transport(Peer.answering("", requests))
            .build()) {
      other.call("test");
    }
    assertEquals(URI.create("http://localhost" + sent), requests.get(0).uri());
  }

  @Test
  @DisplayName("MultiPathServerTestCase.test_path3")
  void brokenMethodIsAFault() {
    FaultException e = assertThrows(FaultException.class, () -> client.call("fail"));
    assertEquals(-32603, e.code());
  }

  @Test
  @DisplayName("KeepaliveServerTestCase1.test_two")
  void oneConnectionServesManyCalls() throws IOException {
    try (CountingServer server = new CountingServer()) {
      threeCalls(server);
      assertEquals(1, server.connections());
    }
  }

  @Test
  @DisplayName("KeepaliveServerTestCase2.test_close, test_transport")
  void closedClientGivesUpItsConnection() throws IOException {
    try (CountingServer server = new CountingServer()) {
      threeCalls(server);
      threeCalls(server);
      assertEquals(2, server.connections());
    }
  }

  private static void threeCalls(CountingServer server) {
    try (XmlRpcClient other = XmlRpcClient.builder(server.uri()).build()) {
      for (int i = 0; i < 3; i++) {
        assertEquals(5, other.call("m"));
      }
    }
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_keepalive_disconnect")
  void idempotentCallOutlivesItsConnection() throws IOException {
    try (CountingServer server = new CountingServer(2);
        XmlRpcClient other = XmlRpcClient.builder(server.uri()).idempotent(name -> true).build()) {
      assertEquals(5, other.call("method"));
      assertEquals(5, other.call("method"));
      assertEquals(3, server.calls());
    }
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_keepalive_disconnect, of other calls")
  void otherCallIsNotSentTwice() throws IOException {
    try (CountingServer server = new CountingServer(2);
        XmlRpcClient other = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(5, other.call("method"));
      TransportException e = assertThrows(TransportException.class, () -> other.call("method"));
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(2, server.calls());
    }
  }

  @Test
  @DisplayName("GzipServerTestCase.test_gzip_request")
  void requestIsCompressed() {
    List<TransportRequest> requests = new ArrayList<>();
    Transport recording =
        request -> {
          requests.add(request);
          return HTTP.send(request);
        };
    for (int fromBytes : new int[] {Integer.MAX_VALUE, 0}) {
      try (XmlRpcClient other =
          XmlRpcClient.builder(jetty.uri()).transport(recording).gzipRequests(fromBytes).build()) {
        assertEquals(1679616, other.call("pow", 6, 8));
      }
    }
    assertTrue(requests.get(0).body().length() > requests.get(1).body().length());
    assertEquals(List.of("gzip"), requests.get(1).headers().get("Content-Encoding"));
  }

  @Test
  @DisplayName("GzipServerTestCase.test_bad_gzip_request")
  void requestThatIsNotWhatItSaysIsRefused() {
    Transport lying =
        request -> {
          Map<String, List<String>> headers = new ConcurrentHashMap<>(request.headers());
          headers.put("Content-Encoding", List.of("gzip"));
          return HTTP.send(request.withHeaders(headers));
        };
    try (XmlRpcClient other = XmlRpcClient.builder(jetty.uri()).transport(lying).build()) {
      FaultException e = assertThrows(FaultException.class, () -> other.call("pow", 6, 8));
      assertEquals("the body is not gzip", e.faultString());
    }
  }

  @Test
  @DisplayName("GzipServerTestCase.test_gzip_response")
  void compressedAnswerIsRead() {
    List<String> codings = new ArrayList<>();
    Transport recording =
        request -> {
          TransportReply reply = HTTP.send(request);
          codings.add(reply.header("Content-Encoding").orElse(""));
          return reply;
        };
    try (XmlRpcClient other = XmlRpcClient.builder(jetty.uri()).transport(recording).build()) {
      String text = "x".repeat(100_000);
      assertEquals(text, other.call("add", text, ""));
    }
    assertEquals(List.of("gzip"), codings);
  }

  @Test
  @DisplayName("HeadersServerTestCase.test_header, test_header_many, test_header_empty")
  void headersAreSent() {
    try (XmlRpcClient other =
        XmlRpcClient.builder(jetty.uri())
            .header("X-Test", "foo")
            .header("X-Test-Second", "bar")
            .build()) {
      assertEquals(List.of("foo"), other.call("header", "X-Test"));
      assertEquals(List.of("bar"), other.call("header", "x-test-second"));
    }
    assertEquals(List.of(), client.call("header", "X-Test"));
    assertEquals(List.of("farcall"), client.call("header", "User-Agent"));
  }
}
