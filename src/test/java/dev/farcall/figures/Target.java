package dev.farcall.figures;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A handler that is called by attacks. */
public final class Target {

  private final AtomicLong firstEnd = new AtomicLong(Long.MAX_VALUE);

  /** For the servlet, which makes one. */
  public Target() {}

  /** Takes anything. */
  public int take(@Nullable Object value) {
    return 0;
  }

  /** A text of so many characters. */
  public String fill(int characters) {
    return "x".repeat(characters);
  }

  /** Takes so long, or until it is interrupted. */
  public int hold(int millis) throws InterruptedException {
    try {
      Thread.sleep(millis);
      return millis;
    } finally {
      firstEnd.accumulateAndGet(System.nanoTime(), Math::min);
    }
  }

  /**
   * When the first call of {@link #hold} since the last call of this ended, by {@link
   * System#nanoTime}, which on Linux is the same in all processes.
   */
  public long firstEnd() {
    return firstEnd.getAndSet(Long.MAX_VALUE);
  }
}
