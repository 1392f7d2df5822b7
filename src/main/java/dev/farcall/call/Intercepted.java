package dev.farcall.call;

import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;

/** An interceptor around an endpoint; it prints as the chain that it is. */
record Intercepted(Interceptor interceptor, Endpoint next) implements Endpoint {

  @Override
  public MethodResponse call(MethodCall call, CallContext context) {
    return interceptor.intercept(call, context, next);
  }

  @Override
  public String toString() {
    return interceptor + " -> " + next;
  }
}
