package dev.farcall.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The servers of a client, which take their turns. Safe for use by many threads.
 *
 * <p>Round robin and not the one with the fewest calls: a server that is wrong quickly would draw
 * all calls to itself.
 */
final class Servers {

  private final List<Server> all;
  private final AtomicInteger turn = new AtomicInteger();

  /** Servers, at least one. */
  Servers(List<Server> all) {
    this.all = List.copyOf(all);
  }

  /** For a new call: the next that is up, or else the one that will be tried first. */
  Server next(long now) {
    return inTurn(server -> server.claim(now)).orElseGet(() -> soonest(now));
  }

  /** For a repeat: the next that is up, does not want to be left alone, and is none of these. */
  Optional<Server> other(long now, Set<Server> tried) {
    return inTurn(server -> !tried.contains(server) && server.quiet(now) <= 0 && server.claim(now));
  }

  /** The one that may be called again first. */
  Server soonest(long now) {
    return all.stream()
        .min(
            Comparator.comparingLong((Server server) -> Math.max(server.quiet(now), 0))
                .thenComparingLong(server -> server.pause(now)))
        .orElseThrow();
  }

  /** For how long all of them want to be left alone. */
  Duration quiet(long now) {
    return Duration.ofNanos(Math.max(soonest(now).quiet(now), 0));
  }

  private Optional<Server> inTurn(Predicate<Server> fit) {
    int first = turn.getAndIncrement();
    for (int i = 0; i < all.size(); i++) {
      Server server = all.get(Math.floorMod(first + i, all.size()));
      if (fit.test(server)) {
        return Optional.of(server);
      }
    }
    return Optional.empty();
  }

  /** All of them. */
  @Override
  public String toString() {
    return all.stream().map(Server::toString).collect(Collectors.joining(" or "));
  }
}
