package dev.farcall.client;

import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.List;

/**
 * Sends an idempotent call a second time when the connection was lost, unless the time is over, or
 * a parameter is a stream that has been read.
 */
record Repeating() implements Interceptor {

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    try {
      return next.call(call, context);
    } catch (ProtocolError e) {
      // That was a reply.
      throw e;
    } catch (TransportException e) {
      if (hasTime(context) && call.isReadable() && !Thread.currentThread().isInterrupted()) {
        return again(call, context, next, e);
      }
      throw e;
    }
  }

  private static MethodResponse again(
      MethodCall call, CallContext context, Endpoint next, TransportException first) {
    try {
      return next.call(call, context);
    } catch (TransportException second) {
      throw Failures.told(List.of(first, second));
    }
  }

  private static boolean hasTime(CallContext context) {
    return context.remaining().map(left -> !left.isZero()).orElse(true);
  }
}
