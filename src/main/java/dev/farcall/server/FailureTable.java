package dev.farcall.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who failed, and when, for a window of time. However many names somebody invents, it does not grow
 * beyond its capacity: then those go whose last attempt is the longest ago. For use by one thread
 * at a time.
 */
final class FailureTable {

  private final int limit;
  private final long windowNanos;
  private final int capacity;
  // Whoever tried last stands last, so that those who can be forgotten stand first.
  private final Map<String, Deque<Long>> failures = new LinkedHashMap<>();

  /**
   * An empty table.
   *
   * @param limit how many failures there may be of one name
   * @param capacity how many names are kept
   */
  FailureTable(int limit, Duration window, int capacity) {
    this.limit = limit;
    this.windowNanos = window.toNanos();
    this.capacity = capacity;
  }

  /** Whether this name has failed as often as it may. */
  boolean isFull(String name, long now) {
    Deque<Long> times = failures.get(name);
    if (times == null) {
      return false;
    }
    while (!times.isEmpty() && isOver(times.getFirst(), now)) {
      times.removeFirst();
    }
    return times.size() >= limit;
  }

  /** Notes a failure. The times must not go back. */
  void add(String name, long now) {
    Deque<Long> times = failures.remove(name);
    Deque<Long> more = times == null ? new ArrayDeque<>(2) : times;
    more.addLast(now);
    failures.put(name, more);
    forget(now);
  }

  /** Takes a failure back that was noted for this time. */
  void remove(String name, long time) {
    Deque<Long> times = failures.get(name);
    if (times != null && times.removeLastOccurrence(time) && times.isEmpty()) {
      failures.remove(name);
    }
  }

  /** How many names it holds. */
  int size() {
    return failures.size();
  }

  private void forget(long now) {
    Iterator<Deque<Long>> eldest = failures.values().iterator();
    while (eldest.hasNext()) {
      Deque<Long> times = eldest.next();
      boolean over = times.isEmpty() || isOver(times.getLast(), now);
      if (!over && failures.size() <= capacity) {
        return;
      }
      eldest.remove();
    }
  }

  private boolean isOver(long time, long now) {
    return now - time >= windowNanos;
  }
}
