package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.call.CallContext;
import dev.farcall.call.Interceptor;
import dev.farcall.call.TraceContext;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes along with a call besides the call: the trace it is part of, and added headers. */
final class TracedCallsTest {

  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1, "a=1,b=2");
  private static final Reply FIVE =
      Reply.xml(
          "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>");

  private final List<CallContext> received = new ArrayList<>();

  private XmlRpcClient.Builder client() {
    return XmlRpcClient.builder("http://localhost")
        .transport(
            InMemoryTransport.to(
                (call, context) -> {
                  received.add(context);
                  return MethodResponse.of(5);
                }));
  }

  /** What a handler runs in that is called with these headers. */
  private static CallContext handling(Map<String, String> headers) {
    return CallContext.builder()
        .headers(name -> Optional.ofNullable(headers.get(name)).stream().toList())
        .build();
  }

  private static CallContext handlingTheTrace() {
    return handling(Map.of("traceparent", TRACE.parent(), "tracestate", TRACE.state()));
  }

  private static Interceptor sending(String name, String value) {
    return (call, context, next) ->
        next.call(call, context.toBuilder().header(name, value).build());
  }

  @Test
  void callOfAHandlerIsPartOfTheTraceThatTheHandlerIsPartOf() {
    try (XmlRpcClient client = client().build()) {
      assertEquals(5, handlingTheTrace().run(() -> client.call("m")));
    }
    assertEquals(TRACE, received.get(0).trace().orElseThrow());
  }

  @Test
  void asynchronousCallIsPartOfTheTraceToo() {
    try (XmlRpcClient client = client().build()) {
      assertEquals(5, handlingTheTrace().run(() -> client.callAsync("m")).join());
    }
    assertEquals(TRACE.traceId(), received.get(0).trace().orElseThrow().traceId());
  }

  @Test
  void traceWithoutAStateIsSentWithoutOne() {
    try (XmlRpcClient client = client().build()) {
      handling(Map.of("traceparent", TRACE.parent())).run(() -> client.call("m"));
    }
    assertEquals(List.of(), received.get(0).headers("tracestate"));
  }

  @Test
  void outsideOfAHandlerNoTraceIsSent() {
    try (XmlRpcClient client = client().build()) {
      client.call("m");
    }
    assertEquals(List.of(), received.get(0).headers("traceparent"));
  }

  @Test
  void malformedTraceIsNotPassedOn() {
    try (XmlRpcClient client = client().build()) {
      handling(Map.of("traceparent", "00-x", "tracestate", "a=1")).run(() -> client.call("m"));
    }
    assertEquals(List.of(), received.get(0).headers("traceparent"));
    assertEquals(List.of(), received.get(0).headers("tracestate"));
  }

  @Test
  void interceptorSendsAHeaderInPlaceOfTheClients() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(FIVE);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .header("X-Test", "client")
                .interceptor(sending("x-test", "interceptor"))
                .build()) {
      client.call("m");
      assertEquals(List.of("interceptor"), server.takeRequest().header("X-Test"));
    }
  }

  @Test
  void interceptorsTraceCountsMoreThanThatOfTheHandler() {
    String other = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    try (XmlRpcClient client = client().interceptor(sending("traceparent", other)).build()) {
      handlingTheTrace().run(() -> client.call("m"));
    }
    assertEquals(List.of(other), received.get(0).headers("traceparent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Farcall-Deadline"})
  void headerThatTheClientWritesItselfIsRefused(String name) {
    try (XmlRpcClient client = client().interceptor(sending(name, "1")).build()) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> client.call("m"));
      assertEquals("the header " + name + " is written by the client itself", e.getMessage());
    }
  }

  @Test
  void headerThatWouldBeTwoIsRefused() {
    try (XmlRpcClient client = client().interceptor(sending("X-A", "1\r\nX-B: 2")).build()) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> client.call("m"));
      assertEquals(
          "the value of header X-A has a line break, another control character, or one that is not"
              + " Latin-1",
          e.getMessage());
    }
  }

  @Test
  void addedHeaderGoesToNoOtherOrigin() throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server =
            ScriptedServer.answering(
                Reply.status(307).header("Location", target.uri().toString()));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).interceptor(sending("X-Secret", "1")).build()) {
      client.call("m");
      assertEquals(List.of("1"), server.takeRequest().header("X-Secret"));
      assertEquals(List.of(), target.takeRequest().header("X-Secret"));
    }
  }
}
