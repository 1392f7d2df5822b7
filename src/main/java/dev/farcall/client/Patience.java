package dev.farcall.client;

import dev.farcall.FaultCode;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks again for the answer of a call that a server is still running, until the time is over: what
 * was sent before this may have been lost on its way back.
 */
record Patience() implements Interceptor {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    Duration pause = FIRST;
    MethodResponse answer = next.call(call, context);
    while (isStillRunning(answer) && slept(pause, context)) {
      pause = shorter(pause.multipliedBy(2), LONGEST);
      answer = next.call(call, context);
    }
    return answer;
  }

  private static boolean isStillRunning(MethodResponse answer) {
    return answer
        .fault()
        .filter(fault -> fault.code() == FaultCode.STILL_RUNNING.code())
        .isPresent();
  }

  /** Whether there is time left, and nobody interrupted. */
  private static boolean slept(Duration pause, CallContext context) {
    Duration left = context.remaining().orElse(pause);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1 + shorter(pause, left).toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return context.remaining().map(rest -> !rest.isZero()).orElse(true);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
