package dev.farcall.servlet;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that must have as many bytes as its Content-Length announced. Not every container makes a
 * difference between its end and the end of a connection that broke.
 */
final class WholeBody extends FilterInputStream {

  private long missing;
  private boolean ended;

  /** Or a read is under way. */
  private boolean broken;

  /** A body of so many bytes, of any number when it is negative. */
  WholeBody(InputStream in, long announced) {
    super(in);
    missing = announced;
  }

  @Override
  public int read() throws IOException {
    broken = true;
    int octet = in.read();
    count(octet < 0 ? -1 : 1);
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    broken = true;
    int count = in.read(bytes, offset, length);
    count(count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    broken = true;
    long skipped = in.skip(count);
    count((int) skipped);
    return skipped;
  }

  /** Does nothing: the container closes what it opened, and may have to read on before. */
  @Override
  public void close() {}

  /**
   * Whether nothing more comes of it, as far as can be known without another read: a container that
   * has given up would wait once more.
   */
  boolean isOver() {
    return ended || broken || missing == 0;
  }

  private void count(int count) throws EOFException {
    broken = false;
    ended |= count < 0;
    if (count < 0 && missing > 0) {
      throw new EOFException("the body ended " + missing + " bytes before its Content-Length");
    }
    missing -= Math.max(count, 0);
  }
}
