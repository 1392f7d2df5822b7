package dev.farcall.tracing;

import dev.farcall.FaultCode;
import dev.farcall.call.CallContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** Where a call is answered. Calls that the handler makes are within its span, traced or not. */
record ServerSide(Telemetry telemetry) implements Side {

  @Override
  public Context parent(CallContext context) {
    return telemetry.extracted(context);
  }

  @Override
  public Span start(String method, CallContext context, Context parent) {
    SpanBuilder span = telemetry.span(method, SpanKind.SERVER, parent);
    context
        .peerAddress()
        .ifPresent(address -> span.setAttribute(Conventions.PEER_ADDRESS, address));
    return span.startSpan();
  }

  @Override
  public CallContext within(CallContext context, Context traced) {
    return telemetry.injected(context, traced);
  }

  @Override
  public void fault(Span span, String method, int code) {
    Conventions.fault(span, code);
    if (code == FaultCode.METHOD_NOT_FOUND.code()) {
      Conventions.unknownMethod(span, method);
    }
  }

  @Override
  public void failure(Span span, Throwable failure) {
    Conventions.fault(span, FaultCode.INTERNAL_ERROR.code());
    Conventions.failure(span, failure);
  }
}
