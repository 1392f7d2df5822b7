package dev.farcall.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts bytes and stops at a limit. */
final class CappedStream extends FilterInputStream {

  private final long limit;
  private final String setting;
  private long count;

  CappedStream(InputStream in, long limit, String setting) {
    super(in);
    this.limit = limit;
    this.setting = setting;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws IOException {
    count += bytes;
    if (count > limit) {
      throw new BodyTooLargeException(setting, limit);
    }
  }
}
