package dev.farcall.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.call.TraceContext;
import dev.farcall.client.InMemoryTransport;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.model.MethodCall;
import dev.farcall.server.XmlRpcServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TracingInterceptorTest {

  private static final URI URI_OF_SERVER = URI.create("https://example.org/RPC2");
  private static final TraceContext CALLER =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1, "a=1");

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final List<CallContext> handled = new ArrayList<>();
  private final XmlRpcServer server =
      XmlRpcServer.builder()
          .method("ok", (params, context) -> handled.add(context))
          .method("fault", (params, context) -> fail(new FaultException(4, "secret")))
          .method("fail", (params, context) -> fail(new IllegalStateException("secret")))
          .interceptor(TracingInterceptor.ofServer(telemetry))
          .build();

  @AfterEach
  void close() {
    server.close();
    telemetry.close();
  }

  private static Object fail(RuntimeException failure) {
    throw failure;
  }

  private XmlRpcClient client() {
    return XmlRpcClient.builder(URI_OF_SERVER)
        .transport(InMemoryTransport.to(server))
        .interceptor(TracingInterceptor.ofClient(telemetry, URI_OF_SERVER))
        .build();
  }

  private void serve(String method) {
    CallContext context = CALLER.addTo(CallContext.builder().peerAddress("192.0.2.7")).build();
    Object unused = server.call(MethodCall.of(method), context);
  }

  private SpanData span(SpanKind kind) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getKind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Attributes attributes(String... keysAndValues) {
    var builder = Attributes.builder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build();
  }

  /** The same, of a class that compares by what it holds. */
  private static Attributes plain(Attributes attributes) {
    return attributes.toBuilder().build();
  }

  @Test
  void callOfAServerIsASpanWithinThatOfTheCaller() {
    serve("ok");
    SpanData span = span(SpanKind.SERVER);
    assertEquals("ok", span.getName());
    assertEquals(CALLER.traceId(), span.getTraceId());
    assertEquals(CALLER.parentId(), span.getParentSpanId());
    assertEquals("a=1", handled.get(0).trace().orElseThrow().state());
    assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
    assertEquals(
        attributes(
            "rpc.system.name", "xmlrpc",
            "rpc.method", "ok",
            "network.peer.address", "192.0.2.7"),
        plain(span.getAttributes()));
  }

  @Test
  void handlerIsWithinTheSpan() {
    List<String> current = new ArrayList<>();
    try (XmlRpcServer watched =
        XmlRpcServer.builder()
            .method(
                "id", (params, context) -> current.add(Span.current().getSpanContext().getSpanId()))
            .interceptor(TracingInterceptor.ofServer(telemetry))
            .build()) {
      Object unused = watched.call(MethodCall.of("id"), CallContext.local());
    }
    assertEquals(List.of(span(SpanKind.SERVER).getSpanId()), current);
    assertFalse(Span.current().getSpanContext().isValid());
  }

  @Test
  void contextOfTheHandlerNamesTheSpan() {
    serve("ok");
    assertEquals(
        span(SpanKind.SERVER).getSpanId(), handled.get(0).trace().orElseThrow().parentId());
  }

  @Test
  void faultIsAnErrorWithItsCodeAndWithoutItsText() {
    serve("fault");
    SpanData span = span(SpanKind.SERVER);
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
    assertEquals("", span.getStatus().getDescription());
    assertEquals(
        attributes(
            "rpc.system.name", "xmlrpc",
            "rpc.method", "fault",
            "network.peer.address", "192.0.2.7",
            "rpc.response.status_code", "4",
            "error.type", "4"),
        plain(span.getAttributes()));
    assertEquals(List.of(), span.getEvents());
  }

  @Test
  void failureIsAnErrorOfItsClassAndWithoutItsText() {
    serve("fail");
    SpanData span = span(SpanKind.SERVER);
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
    assertEquals(
        attributes(
            "rpc.system.name", "xmlrpc",
            "rpc.method", "fail",
            "network.peer.address", "192.0.2.7",
            "rpc.response.status_code", "-32603",
            "error.type", "java.lang.IllegalStateException"),
        plain(span.getAttributes()));
    assertEquals(List.of(), span.getEvents());
  }

  @Test
  void callersCannotMakeNames() {
    serve("no.such");
    SpanData span = span(SpanKind.SERVER);
    assertEquals("_OTHER", span.getName());
    assertEquals("_OTHER", span.getAttributes().get(AttributeKey.stringKey("rpc.method")));
    assertEquals(
        "no.such", span.getAttributes().get(AttributeKey.stringKey("rpc.method_original")));
  }

  @Test
  void callOfAClientIsASpanAndThatOfTheServerIsWithinIt() {
    try (XmlRpcClient client = client()) {
      client.call("ok");
    }
    SpanData sent = span(SpanKind.CLIENT);
    SpanData received = span(SpanKind.SERVER);
    assertEquals("ok", sent.getName());
    assertEquals("0000000000000000", sent.getParentSpanId());
    assertEquals(sent.getSpanId(), received.getParentSpanId());
    assertEquals(sent.getTraceId(), received.getTraceId());
    assertEquals(
        attributes("rpc.system.name", "xmlrpc", "rpc.method", "ok", "server.address", "example.org")
            .toBuilder()
            .put("server.port", 443L)
            .build(),
        plain(sent.getAttributes()));
  }

  @Test
  void callOfAClientIsWithinTheCurrentSpan() throws Exception {
    Span own = telemetry.getTracer("test").spanBuilder("own").startSpan();
    try (XmlRpcClient client = client()) {
      Context.current().with(own).wrap(() -> client.call("ok")).call();
    }
    assertEquals(own.getSpanContext().getSpanId(), span(SpanKind.CLIENT).getParentSpanId());
  }

  @Test
  void callOfAHandlerIsWithinItsSpanAlsoInAnotherThread() {
    try (XmlRpcClient client = client();
        XmlRpcServer outer =
            XmlRpcServer.builder()
                .method("outer", (params, context) -> client.callAsync("ok").join())
                .interceptor(TracingInterceptor.ofServer(telemetry))
                .build()) {
      Object unused =
          outer.call(MethodCall.of("outer"), CALLER.addTo(CallContext.builder()).build());
    }
    for (SpanData span : spans.getFinishedSpanItems()) {
      assertEquals(CALLER.traceId(), span.getTraceId());
    }
    assertEquals(3, spans.getFinishedSpanItems().size());
  }

  @Test
  void faultIsAnErrorOfTheClientToo() {
    try (XmlRpcClient client = client()) {
      assertThrows(FaultException.class, () -> client.call("no.such"));
    }
    SpanData span = span(SpanKind.CLIENT);
    assertEquals("no.such", span.getName());
    assertEquals("-32601", span.getAttributes().get(Conventions.STATUS));
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
  }

  @Test
  void callWithoutAnAnswerIsAnErrorOfItsClass() {
    try (XmlRpcClient client =
        XmlRpcClient.builder("http://127.0.0.1:1/RPC2")
            .interceptor(
                TracingInterceptor.ofClient(telemetry, URI.create("http://127.0.0.1:1/RPC2")))
            .build()) {
      assertThrows(TransportException.class, () -> client.call("m"));
    }
    SpanData span = span(SpanKind.CLIENT);
    assertEquals(
        "dev.farcall.TransportException", span.getAttributes().get(Conventions.ERROR_TYPE));
    assertEquals(1L, span.getAttributes().get(Conventions.SERVER_PORT));
    assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
  }

  @Test
  void eachEntryOfAMulticallIsASpan() {
    List<?> calls = List.of(Map.of("methodName", "ok"), Map.of("methodName", "fault"));
    Object unused =
        server.call(
            MethodCall.of("system.multicall", calls), CALLER.addTo(CallContext.builder()).build());
    assertEquals(
        List.of("ok", "fault"),
        spans.getFinishedSpanItems().stream().map(SpanData::getName).toList());
  }

  @Test
  void withoutASetUpNothingIsTracedAndTheHeadersStay() {
    try (XmlRpcServer untraced =
        XmlRpcServer.builder()
            .method("ok", (params, context) -> handled.add(context))
            .interceptor(new TracingInterceptor())
            .build()) {
      Object unused =
          untraced.call(MethodCall.of("ok"), CALLER.addTo(CallContext.builder()).build());
    }
    assertEquals(CALLER, handled.get(0).trace().orElseThrow());
    assertNotEquals(0, handled.size());
  }
}
