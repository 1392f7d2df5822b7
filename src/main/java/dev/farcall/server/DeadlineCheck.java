package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Duration;

/** Does not start a call that nobody waits for any longer. */
final class DeadlineCheck implements Interceptor {

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    if (context.remaining().filter(Duration::isZero).isPresent()) {
      throw FaultException.of(
          FaultCode.DEADLINE_EXCEEDED, "the deadline passed before the call was started");
    }
    return next.call(call, context);
  }

  @Override
  public String toString() {
    return "DeadlineCheck";
  }
}
