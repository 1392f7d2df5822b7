package dev.farcall.client;

import dev.farcall.Binary;
import dev.farcall.MappingException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.client.Invocation.Answer;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.model.MethodCall;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of names and Java objects, whichever way they were asked for.
 *
 * @param once sends a call at most once
 * @param repeatedly may send one again that is idempotent
 * @param idempotent which methods are, besides those that say so themselves
 * @param mapper of parameters and results
 * @param types of results nobody asked a type for
 * @param timeout of a whole call; empty for none
 * @param async where calls wait that nobody waits for
 */
record Calls(
    Endpoint once,
    Endpoint repeatedly,
    Predicate<String> idempotent,
    ValueMapper mapper,
    DynamicTypes types,
    Optional<Duration> timeout,
    AsyncCalls async) {

  /** These with another timeout. */
  Calls within(Duration timeout) {
    return new Calls(
        once, repeatedly, idempotent, mapper, types, Optional.of(positive(timeout)), async);
  }

  /** This timeout, or a century if it is longer than that: no clock can tell its end. */
  static Duration positive(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "a timeout is positive, got " + timeout.toMillis() + " ms");
    }
    return timeout.compareTo(Watch.LONGEST) < 0 ? timeout : Watch.LONGEST;
  }

  /** A call with any objects as parameters. */
  <T> Invocation<T> prepare(String method, @Nullable Object[] params, Answer<T> answer) {
    return prepare(method, values(params), answer, false);
  }

  /**
   * A call with plain values as parameters.
   *
   * @param declaredIdempotent whether the method's own declaration says so
   */
  <T> Invocation<T> prepare(
      String method, List<@Nullable Object> values, Answer<T> answer, boolean declaredIdempotent) {
    boolean repeat = declaredIdempotent || idempotent.test(method);
    return new Invocation<>(new MethodCall(method, values), repeat ? repeatedly : once, answer);
  }

  <T> @Nullable T call(Invocation<T> invocation) {
    return invocation.run(context());
  }

  <T> CompletableFuture<T> callAsync(Invocation<T> invocation) {
    return start(invocation::run);
  }

  /** Does something in another thread that ends with the timeout of a whole call. */
  <T> CompletableFuture<T> start(Function<CallContext, @Nullable T> body) {
    // Here, since the thread that waits knows nothing of a call that this one may be part of.
    CallContext context = context();
    return async.start(() -> body.apply(context));
  }

  /** An answer of whatever comes. */
  Answer<Object> anything() {
    return types::convert;
  }

  /** An answer of this type, which nil is not. */
  <T> Answer<T> answer(Type type) {
    @SuppressWarnings("unchecked") // The adapter of a type makes objects of it.
    TypeAdapter<T> adapter = (TypeAdapter<T>) mapper.adapter(type);
    return value -> {
      T result = adapter.fromValue(value);
      if (result == null) {
        throw new MappingException(
            "expected "
                + adapter.describe().type().wireName()
                + ", got nil; an Optional would take it");
      }
      if (value instanceof Binary binary && result instanceof byte[]) {
        binary.close();
      }
      return result;
    };
  }

  private List<@Nullable Object> values(@Nullable Object[] params) {
    List<@Nullable Object> values = new ArrayList<>(params.length);
    for (Object param : params) {
      try {
        values.add(mapper.toValue(param));
      } catch (MappingException e) {
        new MethodCall("", values).closeStreams();
        throw e.at("params[" + values.size() + "]");
      }
    }
    return values;
  }

  /**
   * Until when, and in which trace: a call that is made while another is answered ends with that at
   * the latest, and is part of what it is part of.
   */
  CallContext context() {
    CallContext.Builder own = CallContext.builder();
    timeout.map(Instant.now()::plus).ifPresent(own::deadline);
    return CallContext.current().map(outer -> within(outer, own.build())).orElseGet(own::build);
  }

  private static CallContext within(CallContext outer, CallContext own) {
    CallContext.Builder both = own.toBuilder();
    outer.deadline().filter(end -> isBefore(end, own.deadline())).ifPresent(both::deadline);
    // As it came: an id of our own would name a parent that nobody has recorded.
    outer.trace().ifPresent(trace -> trace.addTo(both));
    return both.build();
  }

  private static boolean isBefore(Instant end, Optional<Instant> other) {
    return other.map(end::isBefore).orElse(true);
  }
}
