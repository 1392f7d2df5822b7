package dev.farcall.tracing;

import dev.farcall.call.CallContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry as calls see it.
 *
 * @param source asked for each call: the global one may be set after this was made
 */
record Telemetry(Supplier<OpenTelemetry> source) {

  private static final String SCOPE = "dev.farcall";
  private static final TextMapSetter<CallContext.Builder> HEADERS = Telemetry::set;

  /** A span of a call that is about to begin. */
  SpanBuilder span(String method, SpanKind kind, Context parent) {
    return source
        .get()
        .getTracer(SCOPE)
        .spanBuilder(method)
        .setSpanKind(kind)
        .setParent(parent)
        .setAttribute(Conventions.SYSTEM, Conventions.SYSTEM_NAME)
        .setAttribute(Conventions.METHOD, method);
  }

  /** The current context with what the headers of a call say. */
  Context extracted(CallContext context) {
    return propagator().extract(Context.current(), context, new ContextHeaders());
  }

  /** The context of a call with the headers that name a span. */
  CallContext injected(CallContext context, Context traced) {
    CallContext.Builder builder = context.toBuilder();
    propagator().inject(traced, builder, HEADERS);
    return builder.build();
  }

  private TextMapPropagator propagator() {
    return source.get().getPropagators().getTextMapPropagator();
  }

  private static void set(CallContext.@Nullable Builder builder, String name, String value) {
    if (builder != null) {
      builder.header(name, value);
    }
  }
}
