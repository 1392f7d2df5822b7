package dev.farcall.call;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log that is held to 100 lines a second, for what callers can cause as often as they like: they
 * must not be able to fill a disk, or to keep the server busy with stack traces. What is more is
 * counted, and the number is logged with the next line. Safe for use by many threads.
 */
public final class PacedLog {

  private static final int LINES_PER_SECOND = 100;
  private static final String REASON =
      "it takes " + LINES_PER_SECOND + " a second of what callers cause";
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Logger log;
  private final LongSupplier nanoTime;
  private long start;
  private int lines;
  private long leftOut;

  /**
   * Paces that log.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  public PacedLog(Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Logs a line, unless it is one too many.
   *
   * @param line made only if it is logged
   */
  public void log(Level level, Supplier<String> line, @Nullable Throwable failure) {
    if (!log.isLoggable(level)) {
      return;
    }
    long before = take();
    if (before > 0) {
      log.log(Level.WARNING, () -> before + " lines more were left out of this log: " + REASON);
    }
    if (before >= 0) {
      log.log(level, line, failure);
    }
  }

  /** How many lines were left out before this one, or -1 if this is left out, too. */
  private synchronized long take() {
    long now = nanoTime.getAsLong();
    if (now - start >= SECOND) {
      start = now;
      lines = 0;
    }
    if (lines >= LINES_PER_SECOND) {
      leftOut++;
      return -1;
    }
    lines++;
    long before = leftOut;
    leftOut = 0;
    return before;
  }
}
