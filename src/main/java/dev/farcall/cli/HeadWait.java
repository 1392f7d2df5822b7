package dev.farcall.cli;

import org.jspecify.annotations.Nullable;

/**
 * How long one connection has kept waiting for the head of a request: from when it was opened, and
 * later from the first byte on, since a connection may be kept for the next request. Safe for use
 * by many threads.
 */
final class HeadWait {

  private final long limitNanos;

  /** Null while a request is being answered. */
  private @Nullable Mark mark;

  /** A connection that has just been opened. */
  HeadWait(long limitNanos, long now) {
    this.limitNanos = limitNanos;
    this.mark = new Mark(now, -1);
  }

  /** A head has come. */
  synchronized void end() {
    mark = null;
  }

  /** The request has been answered, and the connection is kept; so many bytes had come on it. */
  synchronized void beginAgain(long now, long bytesIn) {
    mark = new Mark(now, bytesIn);
  }

  /** Whether the next head takes too long; so many bytes have come on the connection now. */
  synchronized boolean isOverdue(long now, long bytesIn) {
    if (mark == null) {
      return false;
    } else if (mark.bytesIn == bytesIn) {
      mark = new Mark(now, bytesIn);
      return false;
    }
    return now - mark.since > limitNanos;
  }

  /**
   * Since when the head is waited for.
   *
   * @param bytesIn what had come before it; none of the numbers there can be, for the first head
   */
  private record Mark(long since, long bytesIn) {}
}
