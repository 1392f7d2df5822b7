package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of one call whose first attempt failed. For use by one thread. */
final class Attempts {

  private final Failover failover;
  private final RetryRules rules;
  private final MethodCall call;
  private final CallContext context;
  private final List<TransportException> failures = new ArrayList<>();

  /** Those that failed since the last back-off. */
  private final Set<Server> tried = new HashSet<>();

  private int backOffs;

  Attempts(Failover failover, MethodCall call, CallContext context) {
    this.failover = failover;
    this.rules = failover.rules();
    this.call = call;
    this.context = context;
  }

  /**
   * Goes on after the first attempt.
   *
   * @throws TransportException if no other gets an answer; {@link Failures#told} says which
   */
  MethodResponse after(Server first, TransportException failure) {
    failed(first, failure);
    int attempts = rules.retries().attempts();
    for (int attempt = 2; attempt <= attempts && mayGoOn(); attempt++) {
      Optional<Server> next = next();
      if (next.isPresent()) {
        rules.log().again(attempt, attempts, next.get(), last());
        try {
          return failover.send(next.get(), call, context);
        } catch (TransportException e) {
          failed(next.get(), e);
        }
      }
    }
    throw told();
  }

  private void failed(Server server, TransportException failure) {
    tried.add(server);
    failures.add(failure);
  }

  private boolean mayGoOn() {
    return failover.resending().allows(last())
        && call.isReadable()
        && hasTimeFor(Duration.ZERO)
        && !Thread.currentThread().isInterrupted();
  }

  /**
   * The server of the next attempt. Empty if there was a back-off and all servers are still down,
   * and no token to try one all the same.
   */
  private Optional<Server> next() {
    boolean mayHaveRun = last().delivery() == Delivery.UNKNOWN;
    if (mayHaveRun && !rules.budget().take()) {
      throw told();
    }
    Optional<Server> other = failover.servers().other(now(), tried);
    if (other.isPresent()) {
      return other;
    }
    boolean paid = mayHaveRun || rules.budget().take();
    backOff();
    Optional<Server> up = failover.servers().other(now(), tried);
    return up.isEmpty() && paid ? Optional.of(failover.servers().soonest(now())) : up;
  }

  private void backOff() {
    Duration random = rules.backOff().next(++backOffs);
    Duration asked = failover.servers().quiet(now());
    Duration pause = random.compareTo(asked) < 0 ? asked : random;
    if (!hasTimeFor(pause)) {
      throw told();
    }
    try {
      rules.time().pass(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw told();
    }
    tried.clear();
  }

  private boolean hasTimeFor(Duration pause) {
    return failover.left(context).map(left -> left.compareTo(pause) > 0).orElse(true);
  }

  private long now() {
    return rules.time().nanos();
  }

  private TransportException last() {
    return failures.get(failures.size() - 1);
  }

  private TransportException told() {
    return Failures.told(failures);
  }
}
