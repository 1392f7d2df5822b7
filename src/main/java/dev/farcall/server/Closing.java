package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts no call once the server is closed, when the handlers are closed too. */
final class Closing implements Interceptor {

  private final AtomicBoolean closed = new AtomicBoolean();

  /** Closes; answers false if it was closed before. */
  boolean close() {
    return closed.compareAndSet(false, true);
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    if (closed.get()) {
      throw FaultException.of(
          FaultCode.OVERLOADED, "the server is closed, the call was not started");
    }
    return next.call(call, context);
  }

  @Override
  public String toString() {
    return "Closing";
  }
}
