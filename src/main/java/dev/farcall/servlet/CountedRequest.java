package dev.farcall.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that counts the bytes of its body as they are read, before any decompression. */
final class CountedRequest extends HttpServletRequestWrapper {

  private @Nullable CountedInput input;

  CountedRequest(HttpServletRequest request) {
    super(request);
  }

  /** How many have been read. */
  long bytes() {
    return input == null ? 0 : input.bytes;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    CountedInput counted = input;
    if (counted == null) {
      counted = new CountedInput(super.getInputStream());
      input = counted;
    }
    return counted;
  }

  private static final class CountedInput extends ServletInputStream {
    private final ServletInputStream in;
    private long bytes;

    CountedInput(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      bytes += octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      bytes += Math.max(0, count);
      return count;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
