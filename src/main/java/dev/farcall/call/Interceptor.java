package dev.farcall.call;

import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;

/**
 * A behaviour around an {@link Endpoint}: it sees the call before, the answer after, and may answer
 * itself instead. One instance serves all calls, from many threads.
 *
 * <pre>{@code
 * Interceptor timing = (call, context, next) -> {
 *   long start = System.nanoTime();
 *   try {
 *     return next.call(call, context);
 *   } finally {
 *     record(call.methodName(), System.nanoTime() - start);
 *   }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Interceptor {
  /** Answers the call, usually by {@code next.call(call, context)}. */
  MethodResponse intercept(MethodCall call, CallContext context, Endpoint next);

  /** This behaviour around that endpoint. */
  default Endpoint around(Endpoint next) {
    return new Intercepted(this, next);
  }
}
