package dev.farcall.tracing;

import dev.farcall.call.CallContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Which end of a call is traced. */
interface Side {

  /** What the span of this call is within. */
  Context parent(CallContext context);

  /** The span of a call that begins now. */
  Span start(String method, CallContext context, Context parent);

  /** The context for what is around the call further in, with headers that name its span. */
  CallContext within(CallContext context, Context traced);

  /** The call ended with a fault. */
  void fault(Span span, String method, int code);

  /** The call ended with an exception that is no fault. */
  void failure(Span span, Throwable failure);
}
