package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The body of a response that must be written within a time, which starts with the first byte. It
 * is looked at between writes: how long one write may wait is for the container to say.
 */
final class TimedOutput extends OutputStream {

  private static final int PIECE = 32 << 10;

  private final HttpServletResponse response;
  private final Duration limit;
  private final LongSupplier nanoTime;
  private long start;
  private boolean started;

  /** By a clock as {@link System#nanoTime}. */
  TimedOutput(HttpServletResponse response, Duration limit, LongSupplier nanoTime) {
    this.response = response;
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  @Override
  public void write(int octet) throws IOException {
    check();
    response.getOutputStream().write(octet);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += PIECE) {
      check();
      response.getOutputStream().write(bytes, offset + done, Math.min(PIECE, length - done));
    }
  }

  @Override
  public void close() throws IOException {
    response.getOutputStream().close();
  }

  private void check() throws SlowReaderException {
    if (!started) {
      started = true;
      start = nanoTime.getAsLong();
    } else if (nanoTime.getAsLong() - start > limit.toNanos()) {
      throw new SlowReaderException(limit);
    }
  }
}
