package dev.farcall.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** The body of a request, a byte with each read, before which something happens. */
final class FedBody extends ServletInputStream {

  private final ByteArrayInputStream bytes;
  private final Runnable beforeEach;

  FedBody(byte[] bytes, Runnable beforeEach) {
    this.bytes = new ByteArrayInputStream(bytes);
    this.beforeEach = beforeEach;
  }

  /** How many bytes nobody has read. */
  int left() {
    return bytes.available();
  }

  @Override
  public int read() {
    beforeEach.run();
    return bytes.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    beforeEach.run();
    return bytes.read(target, offset, Math.min(length, 1));
  }

  @Override
  public int available() {
    return left();
  }

  @Override
  public boolean isFinished() {
    return left() == 0;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException();
  }
}
