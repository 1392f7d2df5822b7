package dev.farcall.client;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;

/** Starts no call once the client is closed. */
final class Closed implements Interceptor {

  private volatile boolean closed;

  void close() {
    closed = true;
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    return next.call(call, context);
  }

  @Override
  public String toString() {
    return "Closed";
  }
}
