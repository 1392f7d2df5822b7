package dev.farcall.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Connections that wait for their next call.
 *
 * <p>Some servers close each connection behind the answer and do not say that they will, as Perl's
 * HTTP::Daemon may. A call that is sent while such an end is on its way is lost, and nobody can
 * tell whether it was run. So the first connection to a server that is to be used again is watched
 * for a moment before.
 */
final class Http1Pool implements AutoCloseable {

  private static final int MOST = 32;
  private static final Duration PROBATION = Duration.ofMillis(50);

  /** Routers forget connections on which nothing moves, and tell neither end. */
  private static final Duration OLDEST = Duration.ofSeconds(30);

  private final Deque<Idle> idle = new ArrayDeque<>();

  /** Those that are known to leave connections open. */
  private final Set<String> steady = new HashSet<>();

  private final LongSupplier clock;
  private boolean closed;

  /**
   * An empty pool.
   *
   * @param clock nanoseconds from any beginning
   */
  Http1Pool(LongSupplier clock) {
    this.clock = clock;
  }

  /** The connection to this server that was used last and that is still fit for use. */
  Optional<Http1Connection> take(String server) {
    for (Optional<Idle> old = oldest(); old.isPresent(); old = oldest()) {
      discard(old.get().connection());
    }
    for (Optional<Http1Connection> next = next(server); next.isPresent(); next = next(server)) {
      if (isFit(server, next.get())) {
        return next;
      }
      discard(next.get());
    }
    return Optional.empty();
  }

  /** No longer takes it for granted that this server leaves connections open. */
  synchronized void doubt(String server) {
    steady.remove(server);
  }

  /** Keeps a connection whose last answer was read to its end. */
  void giveBack(String server, Http1Connection connection) {
    Optional<Idle> unfit = keep(new Idle(server, connection, clock.getAsLong()));
    unfit.ifPresent(surplus -> discard(surplus.connection()));
  }

  /** Closes those that wait, and from now on those that are given back. */
  @Override
  public void close() {
    List<Idle> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(idle);
      idle.clear();
    }
    all.forEach(each -> discard(each.connection()));
  }

  private synchronized Optional<Idle> oldest() {
    long now = clock.getAsLong();
    return idle.isEmpty() || now - idle.getLast().since() < OLDEST.toNanos()
        ? Optional.empty()
        : Optional.of(idle.removeLast());
  }

  private boolean isFit(String server, Http1Connection connection) {
    if (isSteady(server)) {
      return connection.isFresh();
    }
    boolean fit = connection.isFresh(PROBATION);
    if (fit) {
      trust(server);
    }
    return fit;
  }

  private synchronized boolean isSteady(String server) {
    return steady.contains(server);
  }

  private synchronized void trust(String server) {
    if (steady.size() >= MOST) {
      // Redirects can lead to any number of servers.
      steady.clear();
    }
    steady.add(server);
  }

  private synchronized Optional<Http1Connection> next(String server) {
    for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
      Idle candidate = each.next();
      if (candidate.server().equals(server)) {
        each.remove();
        return Optional.of(candidate.connection());
      }
    }
    return Optional.empty();
  }

  private synchronized Optional<Idle> keep(Idle connection) {
    if (closed) {
      return Optional.of(connection);
    }
    idle.addFirst(connection);
    return idle.size() > MOST ? Optional.of(idle.removeLast()) : Optional.empty();
  }

  private static void discard(Http1Connection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a connection", e);
    }
  }

  private record Idle(String server, Http1Connection connection, long since) {}
}
