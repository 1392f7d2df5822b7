package dev.farcall.client;

import java.time.Duration;
import java.util.Optional;

/** How long an exchange may still be waited for: until its end, and for as long as it moves. */
final class Watch {

  /** A century, which is for ever, and which nanoseconds can still count. */
  static final Duration LONGEST = Duration.ofDays(36_525);

  private final long silence;
  private final long total;
  private final long start = System.nanoTime();
  private volatile long lastMove = start;

  /**
   * Begins now.
   *
   * @param silence for which nothing need move
   * @param total until the end of the whole; empty for ever
   */
  Watch(Duration silence, Optional<Duration> total) {
    this.silence = nanos(silence);
    this.total = total.map(Watch::nanos).orElse(LONGEST.toNanos());
  }

  /** Something was sent, or came. */
  void moved() {
    lastMove = System.nanoTime();
  }

  /** For how many nanoseconds to wait; none are left if it is not positive. */
  long nanosLeft() {
    long now = System.nanoTime();
    return Math.min(silence - (now - lastMove), total - (now - start));
  }

  /** Whether the time for the whole is over, however much moves. */
  boolean isOver() {
    return System.nanoTime() - start >= total;
  }

  /** Why none are left. */
  String reason() {
    if (isOver()) {
      return "the time for the whole call passed (timeout)";
    }
    return "nothing came for " + Duration.ofNanos(silence).toMillis() + " ms (readTimeout)";
  }

  private static long nanos(Duration duration) {
    return (duration.compareTo(LONGEST) < 0 ? duration : LONGEST).toNanos();
  }
}
