package dev.farcall.testkit;

import java.util.Arrays;
import java.util.Locale;

/** How long some things took, in nanoseconds. Safe for use by many threads. */
public final class Times {

  private long[] nanos = new long[1024];
  private int count;

  /** None so far. */
  public Times() {}

  /** Adds one. */
  public synchronized void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = took;
  }

  /** How many there are. */
  public synchronized int count() {
    return count;
  }

  /** The time that this share, from 0 to 1, did not exceed, in milliseconds; {@code -} for none. */
  public String millis(double share) {
    double time = atShare(share);
    return Double.isNaN(time) ? "-" : String.format(Locale.ROOT, "%.1f", time);
  }

  /** The longest of them in milliseconds, NaN for none. */
  public double largest() {
    return atShare(1);
  }

  private synchronized double atShare(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * count) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
