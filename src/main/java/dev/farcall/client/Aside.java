package dev.farcall.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server that is set aside, since it failed. Times are nanoseconds of {@link Time#nanos}.
 *
 * @param failures in a row
 * @param since when
 * @param until when; then one call may try it, and others when the next pause is over
 * @param quietUntil what it asked for itself; calls are not repeated there before
 */
record Aside(int failures, long since, long until, long quietUntil) {

  private static final Duration SHORTEST = Duration.ofMillis(100);

  /** So that a server that is back has calls again within a second. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /**
   * A server that failed now.
   *
   * @param before what it was until now; null if it was not aside
   * @param asked for which it asks not to be called
   */
  static Aside of(@Nullable Aside before, long now, Duration asked) {
    long quietUntil = now + asked.toNanos();
    if (before == null) {
      return new Aside(1, now, now + pause(1, asked), quietUntil);
    } else if (before.isOver(now)) {
      return before.again(now, asked, quietUntil);
    }
    // Those that were under way when the first failed are not more proof than that.
    boolean longer = quietUntil - before.quietUntil > 0;
    return longer ? new Aside(before.failures, before.since, before.until, quietUntil) : before;
  }

  /** This with the next pause begun, since one call is about to try the server. */
  Aside tried(long now) {
    return again(now, Duration.ZERO, quietUntil);
  }

  boolean isOver(long now) {
    return now - until >= 0;
  }

  private Aside again(long now, Duration asked, long quietUntil) {
    return new Aside(failures + 1, now, now + pause(failures + 1, asked), quietUntil);
  }

  private static long pause(int failures, Duration asked) {
    Duration doubled = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration wanted = doubled.compareTo(asked) < 0 ? asked : doubled;
    return (wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST).toNanos();
  }
}
