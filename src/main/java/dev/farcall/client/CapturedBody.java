package dev.farcall.client;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A body whose beginning, as far as it was read, is told when it is closed. */
final class CapturedBody extends FilterInputStream {

  private static final int KEPT = 64 << 10;

  private final ByteArrayOutputStream start = new ByteArrayOutputStream();
  private final Consumer<byte[]> reader;
  private boolean told;

  CapturedBody(InputStream body, Consumer<byte[]> reader) {
    super(body);
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0 && start.size() < KEPT) {
      start.write(next);
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      start.write(target, offset, Math.min(count, KEPT - start.size()));
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      tell();
    } finally {
      super.close();
    }
  }

  private void tell() {
    if (!told) {
      told = true;
      reader.accept(start.toByteArray());
    }
  }
}
