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
      throw passed("before the call was started", context);
    }
    return next.call(call, context);
  }

  /** Tells that the deadline of a call passed, when it did, and what had set it. */
  static FaultException passed(String when, CallContext context) {
    String source = context.deadlineSource().map(text -> " (" + text + ")").orElse("");
    return FaultException.of(FaultCode.DEADLINE_EXCEEDED, "the deadline passed " + when + source);
  }

  @Override
  public String toString() {
    return "DeadlineCheck";
  }
}
