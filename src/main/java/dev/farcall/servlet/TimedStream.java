package dev.farcall.servlet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that must be read within a time, which starts here. It is looked at between reads: how
 * long one read may wait is for the container to say.
 */
final class TimedStream extends FilterInputStream {

  private final Duration limit;
  private final LongSupplier nanoTime;
  private final long start;

  /** A body that starts now by a clock as {@link System#nanoTime}. */
  TimedStream(InputStream in, Duration limit, LongSupplier nanoTime) {
    super(in);
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public int read() throws IOException {
    check();
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return in.read(bytes, offset, length);
  }

  @Override
  public long skip(long count) throws IOException {
    check();
    return in.skip(count);
  }

  private void check() throws SlowBodyException {
    if (nanoTime.getAsLong() - start > limit.toNanos()) {
      throw new SlowBodyException(limit);
    }
  }
}
