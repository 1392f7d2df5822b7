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

  /** A body of so many bytes, of any number when it is negative. */
  WholeBody(InputStream in, long announced) {
    super(in);
    missing = announced;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    count(octet < 0 ? -1 : 1);
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    count(count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    count((int) skipped);
    return skipped;
  }

  /** Does nothing: the container closes what it opened, and may have to read on before. */
  @Override
  public void close() {}

  /** Whether nothing is left of it, as far as can be known without another read. */
  boolean isRead() {
    return ended || missing == 0;
  }

  private void count(int count) throws EOFException {
    ended |= count < 0;
    if (count < 0 && missing > 0) {
      throw new EOFException("the body ended " + missing + " bytes before its Content-Length");
    }
    missing -= Math.max(count, 0);
  }
}
