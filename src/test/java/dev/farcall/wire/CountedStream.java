package dev.farcall.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are taken from a stream. */
final class CountedStream extends FilterInputStream {

  private int count;

  CountedStream(InputStream in) {
    super(in);
  }

  int count() {
    return count;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count += Math.max(read, 0);
    return read;
  }
}
