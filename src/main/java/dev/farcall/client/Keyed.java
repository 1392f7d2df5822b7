package dev.farcall.client;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.IdempotencyKeyHeader;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Gives calls an idempotency key, unless they have one, and lets those be sent again that do: the
 * key is the same each time, and so is the answer.
 *
 * @param methods those whose calls get one
 * @param repeatedly may send a call again
 */
record Keyed(Predicate<String> methods, Endpoint repeatedly) implements Interceptor {

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    if (context.addedHeaders().containsKey(IdempotencyKeyHeader.NAME)) {
      return repeatedly.call(call, context);
    }
    return methods.test(call.methodName())
        ? repeatedly.call(call, withKey(context))
        : next.call(call, context);
  }

  @Override
  public String toString() {
    return "Keyed";
  }

  private static CallContext withKey(CallContext context) {
    String key = IdempotencyKeyHeader.text(UUID.randomUUID().toString());
    return context.toBuilder().header(IdempotencyKeyHeader.NAME, key).build();
  }
}
