package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.wire.Dialect;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls that stay in this process, and go through both codecs. */
final class InMemoryTransportTest {

  /** What is called. */
  public static final class Subject {
    public int add(int a, int b) {
      return a + b;
    }

    public @Nullable Object nil() {
      return null;
    }

    public String unwritable() {
      return "\0";
    }

    public String caller(CallContext context) {
      return context.headers("x-test") + " " + context.peerAddress().isPresent();
    }

    public boolean hasDeadline(CallContext context) {
      return context.remaining().isPresent();
    }
  }

  private static XmlRpcClient.Builder client(Endpoint endpoint) {
    return XmlRpcClient.builder("http://example.org").transport(InMemoryTransport.to(endpoint));
  }

  private static XmlRpcClient.Builder client() {
    return client(XmlRpcServer.builder().handler("s", new Subject()).build());
  }

  @Test
  void resultComesBack() {
    try (XmlRpcClient client = client().build()) {
      assertEquals(3, client.call("s.add", 1, 2));
    }
  }

  @Test
  void compressedCallIsRead() {
    try (XmlRpcClient client = client().gzipRequests(0).build()) {
      assertEquals(3, client.call("s.add", 1, 2));
    }
  }

  @Test
  void callInAnotherEncodingIsRead() {
    Endpoint echo = (call, context) -> MethodResponse.of(call.params().get(0));
    try (XmlRpcClient client = client(echo).encoding(StandardCharsets.ISO_8859_1).build()) {
      assertEquals("é€", client.call("echo", "é€"));
    }
  }

  @Test
  void nilIsInTheSpellingOfTheCaller() {
    try (XmlRpcClient plain = client().build();
        XmlRpcClient apache = client().dialect(Dialect.APACHE).build()) {
      assertNull(plain.call("s.nil"));
      assertNull(apache.call("s.nil"));
    }
  }

  @Test
  void handlerSeesHeadersAndDeadline() {
    try (XmlRpcClient client = client().header("X-Test", "here").build()) {
      assertEquals("[here] false", client.call("s.caller"));
      assertEquals(true, client.call("s.hasDeadline"));
    }
  }

  @Test
  void faultIsThrown() {
    try (XmlRpcClient client = client().build()) {
      FaultException e = assertThrows(FaultException.class, () -> client.call("s.none"));
      assertEquals(-32601, e.code());
    }
  }

  @Test
  void resultThatCannotTravelIsTheFaultTheServletGives() {
    try (XmlRpcClient client = client().build();
        CapturedLog log = CapturedLog.of("dev.farcall.client")) {
      FaultException e = assertThrows(FaultException.class, () -> client.call("s.unwritable"));
      String reference = e.faultString().replaceFirst(":.*", "");
      assertEquals(
          reference
              + ": result: U+0000 at position 0 cannot be written as XML"
              + " (setting illegal-characters)",
          e.faultString());
      assertEquals(List.of(reference + " in a call of s.unwritable"), log.messages());
    }
  }

  @Test
  void unreadableCallIsAnsweredWithAFault() throws IOException {
    String reply = reply("<methodCall>");
    assertTrue(reply.contains("<int>-32700</int>"), reply);
  }

  @Test
  void deepCallIsBeyondTheLimit() throws IOException {
    String deep = "<value><array><data>".repeat(65) + "</data></array></value>".repeat(65);
    String reply =
        reply(
            "<methodCall><methodName>m</methodName><params><param>"
                + deep
                + "</param></params></methodCall>");
    assertTrue(reply.contains("<int>-32002</int>") && reply.contains("max-depth"), reply);
  }

  @Test
  void damagedCompressionIsAFaultToo() throws IOException {
    Transport transport = InMemoryTransport.to((call, context) -> MethodResponse.of(true));
    TransportRequest damaged =
        request("no gzip").withHeaders(Map.of("Content-Encoding", List.of("gzip")));
    try (TransportReply reply = transport.send(damaged)) {
      String text = new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("<int>-32700</int>"), text);
    }
  }

  @Test
  void whatTheEndpointThrowsComesOutAsItIs() {
    IllegalStateException failure = new IllegalStateException("no");
    Endpoint failing =
        (call, context) -> {
          throw failure;
        };
    try (XmlRpcClient client = client(failing).build()) {
      assertEquals(failure, assertThrows(IllegalStateException.class, () -> client.call("m")));
    }
  }

  @Test
  void answerBehindTheDeadlineIsNone() {
    Transport transport = InMemoryTransport.to((call, context) -> MethodResponse.of(true));
    TransportRequest late = request("<methodCall><methodName>m</methodName></methodCall>");
    TransportException e =
        assertThrows(TransportException.class, () -> transport.send(withDeadline(late)));
    assertEquals(
        "http://example.org/RPC2: no answer in time: the endpoint took until after the deadline"
            + " (timeout)",
        e.getMessage());
    assertEquals(Delivery.UNKNOWN, e.delivery());
  }

  @Test
  void endpointStaysOpen() {
    List<String> calls = new ArrayList<>();
    XmlRpcServer server =
        XmlRpcServer.builder().method("m", String.class, Boolean.class, calls::add).build();
    client(server).build().close();
    try (XmlRpcClient second = client(server).build()) {
      assertEquals(true, second.call("m", "x"));
    }
    assertEquals(List.of("x"), calls);
  }

  @Test
  void chainIsShown() {
    XmlRpcServer server = XmlRpcServer.builder().build();
    assertEquals("InMemoryTransport -> " + server, InMemoryTransport.to(server).toString());
  }

  private static String reply(String document) throws IOException {
    Transport transport = InMemoryTransport.to((call, context) -> MethodResponse.of(true));
    try (TransportReply reply = transport.send(request(document))) {
      assertEquals(200, reply.status());
      assertEquals(Optional.of("text/xml; charset=UTF-8"), reply.header("content-type"));
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static TransportRequest request(String document) {
    return new TransportRequest(
        URI.create("http://example.org/RPC2"),
        Map.of("Content-Type", List.of("text/xml")),
        RequestBody.of(document.getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  private static TransportRequest withDeadline(TransportRequest request) {
    Optional<Instant> passed = Optional.of(Instant.now().minus(Duration.ofSeconds(1)));
    return new TransportRequest(request.uri(), request.headers(), request.body(), passed);
  }
}
