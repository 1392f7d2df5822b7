package dev.farcall.tracing;

import dev.farcall.call.CallContext;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a propagator looks for out of the headers of a call. */
record ContextHeaders() implements TextMapGetter<CallContext> {

  @Override
  public @Nullable String get(@Nullable CallContext carrier, String key) {
    return Optional.ofNullable(carrier).flatMap(context -> context.header(key)).orElse(null);
  }

  @Override
  public Iterator<String> getAll(@Nullable CallContext carrier, String key) {
    List<String> values = carrier == null ? List.of() : carrier.headers(key);
    return values.iterator();
  }
}
