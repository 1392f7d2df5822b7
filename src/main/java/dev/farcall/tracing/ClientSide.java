package dev.farcall.tracing;

import dev.farcall.call.CallContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.net.URI;

/**
 * Where a call is made.
 *
 * @param server that it is made to
 */
record ClientSide(Telemetry telemetry, URI server) implements Side {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  @Override
  public Context parent(CallContext context) {
    // In a thread that knows no span, the headers of a call may still say what it is part of.
    return Span.current().getSpanContext().isValid()
        ? Context.current()
        : telemetry.extracted(context);
  }

  @Override
  public Span start(String method, CallContext context, Context parent) {
    SpanBuilder span = telemetry.span(method, SpanKind.CLIENT, parent);
    String host = server.getHost();
    if (host != null) {
      span.setAttribute(Conventions.SERVER_ADDRESS, host);
      span.setAttribute(Conventions.SERVER_PORT, (long) port());
    }
    return span.startSpan();
  }

  private int port() {
    if (server.getPort() >= 0) {
      return server.getPort();
    }
    return "https".equalsIgnoreCase(server.getScheme()) ? HTTPS : HTTP;
  }

  @Override
  public CallContext within(CallContext context, Context traced) {
    return telemetry.injected(context, traced);
  }

  @Override
  public void fault(Span span, String method, int code) {
    Conventions.fault(span, code);
  }

  @Override
  public void failure(Span span, Throwable failure) {
    Conventions.failure(span, failure);
  }
}
