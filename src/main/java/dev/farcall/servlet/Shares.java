package dev.farcall.servlet;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Places of which there are a limited number, and of which one caller gets no more than a share, so
 * that it cannot keep all others out. Nobody waits for a place.
 */
final class Shares {

  private final int places;
  private final int share;
  private final Map<String, Integer> taken = new HashMap<>();
  private int sum;

  /**
   * All places are free.
   *
   * @param places how many there are
   * @param share how many one caller may have
   */
  Shares(int places, int share) {
    this.places = places;
    this.share = share;
  }

  /** Whether there is a place for somebody; the next moment there may be none. */
  synchronized boolean hasPlace() {
    return sum < places;
  }

  /** Whether there is one for this caller; the next moment there may be none. */
  synchronized boolean hasPlaceFor(String caller) {
    return hasPlace() && own(caller) < share;
  }

  /** Takes a place for a caller, which is given back by closing it; null if there is none left. */
  synchronized @Nullable Place take(String caller) {
    if (!hasPlaceFor(caller)) {
      return null;
    }
    sum++;
    taken.put(caller, own(caller) + 1);
    AtomicBoolean given = new AtomicBoolean();
    return () -> {
      if (given.compareAndSet(false, true)) {
        giveBack(caller);
      }
    };
  }

  private int own(String caller) {
    return taken.getOrDefault(caller, 0);
  }

  // No caller is kept that has no place, so there are never more of them than places.
  private synchronized void giveBack(String caller) {
    sum--;
    taken.computeIfPresent(caller, (key, own) -> own == 1 ? null : own - 1);
  }

  /** A place that is taken. It is given back once, however often it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
