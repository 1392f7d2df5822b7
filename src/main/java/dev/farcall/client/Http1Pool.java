package dev.farcall.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Connections that wait for their next call. */
final class Http1Pool implements AutoCloseable {

  private static final int MOST = 32;

  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  /** The connection to this server that was used last and that is still fit for use. */
  Optional<Http1Connection> take(String server) {
    for (Optional<Http1Connection> next = next(server); next.isPresent(); next = next(server)) {
      if (next.get().isFresh()) {
        return next;
      }
      discard(next.get());
    }
    return Optional.empty();
  }

  /** Keeps a connection whose last answer was read to its end. */
  void giveBack(String server, Http1Connection connection) {
    Optional<Idle> unfit = keep(new Idle(server, connection));
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

  private record Idle(String server, Http1Connection connection) {}
}
