package dev.farcall.client;

import java.time.Duration;
import java.util.Optional;

/** How long an exchange may still be waited for: until its end, and for as long as it moves. */
final class Watch {

  private final long silence;
  private final Optional<Duration> total;
  private final long start = System.nanoTime();
  private volatile long lastMove = start;

  /**
   * Begins now.
   *
   * @param silence for which nothing need move
   * @param total until the end of the whole; empty for ever
   */
  Watch(Duration silence, Optional<Duration> total) {
    this.silence = silence.toNanos();
    this.total = total;
  }

  /** Something was sent, or came. */
  void moved() {
    lastMove = System.nanoTime();
  }

  /** For how many nanoseconds to wait; none are left if it is not positive. */
  long nanosLeft() {
    long now = System.nanoTime();
    long left = silence - (now - lastMove);
    return total.isEmpty() ? left : Math.min(left, total.get().toNanos() - (now - start));
  }

  /** Whether the time for the whole is over, however much moves. */
  boolean isOver() {
    return total.isPresent() && System.nanoTime() - start >= total.get().toNanos();
  }

  /** Why none are left. */
  String reason() {
    if (isOver()) {
      return "the time for the whole call passed (timeout)";
    }
    return "nothing came for " + Duration.ofNanos(silence).toMillis() + " ms (readTimeout)";
  }
}
