package dev.farcall.servlet;

import dev.farcall.servlet.Shares.Place;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body that a thread waits for, until it is displaced by another. It is told so between reads:
 * nothing in a servlet's hands ends a read that waits. To be read by one thread.
 */
final class AwaitedBody extends FilterInputStream implements Place {

  private final Place thread;
  private final long since;
  // Written by the thread that reads, and looked at by those who need a place.
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean displaced;

  /**
   * A body of which nothing has been read.
   *
   * @param thread is given back by {@link #close()}
   * @param since when that is, by a clock as {@link System#nanoTime}
   */
  AwaitedBody(InputStream body, Place thread, long since) {
    super(body);
    this.thread = thread;
    this.since = since;
  }

  @Override
  public int read() throws IOException {
    require();
    int octet = in.read();
    bytes.addAndGet(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    require();
    int count = in.read(target, offset, length);
    bytes.addAndGet(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    require();
    long skipped = in.skip(count);
    bytes.addAndGet(skipped);
    return skipped;
  }

  /** Gives the thread back. The container's stream stays open. */
  @Override
  public void close() {
    thread.close();
  }

  /** How long it has been read. */
  long nanos(long now) {
    return now - since;
  }

  /** How many bytes of it came in a nanosecond so far. */
  double speed(long now) {
    return bytes.doubleValue() / Math.max(1, nanos(now));
  }

  /** Has the next read fail. */
  void displace() {
    displaced = true;
  }

  private void require() throws BusyException {
    if (displaced) {
      throw new BusyException(
          "of as many bodies as max-waiting-bodies allows this was the slowest, and another came;"
              + " try again later");
    }
  }
}
