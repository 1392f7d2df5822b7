package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Spreads calls over servers, and sends one again, elsewhere if it can, when it got no answer and
 * may be sent again.
 *
 * @param servers shared by all calls of a client
 * @param resending which of the calls that come this way may be sent again
 * @param rules shared as well
 */
record Failover(Servers servers, Resending resending, RetryRules rules) implements Endpoint {

  @Override
  public MethodResponse call(MethodCall call, CallContext context) {
    Server server = servers.next(rules.time().nanos());
    try {
      return send(server, call, context);
    } catch (TransportException e) {
      return new Attempts(this, call, context).after(server, e);
    }
  }

  /** Sends a call once, and remembers how the server did. */
  MethodResponse send(Server server, MethodCall call, CallContext context) {
    long sentAt = rules.time().nanos();
    try {
      MethodResponse response = server.endpoint().call(call, context);
      server.answered(sentAt);
      rules.budget().earn();
      return response;
    } catch (TransportException e) {
      if (isFaultOfServer(e, context)) {
        server.failed(rules.time().nanos(), RetryAfter.of(e, rules.time().now()));
      }
      throw e;
    }
  }

  /** What is left until the deadline of a call, if it has one. */
  Optional<Duration> left(CallContext context) {
    return context.deadline().map(end -> Duration.between(rules.time().now(), end));
  }

  /** A caller who is out of patience says nothing about a server that has begun to work. */
  private boolean isFaultOfServer(TransportException failure, CallContext context) {
    boolean late = left(context).map(left -> left.isNegative() || left.isZero()).orElse(false);
    return Resending.isTrouble(failure)
        && !Thread.currentThread().isInterrupted()
        && !(late && failure.delivery() == Delivery.UNKNOWN);
  }

  @Override
  public String toString() {
    return "Failover -> " + servers;
  }
}
