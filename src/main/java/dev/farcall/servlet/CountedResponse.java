package dev.farcall.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that counts the bytes of its body, and knows the line of the log it is part of. */
final class CountedResponse extends HttpServletResponseWrapper {

  private final AccessEntry entry = new AccessEntry();
  private @Nullable CountedOutput output;

  CountedResponse(HttpServletResponse response) {
    super(response);
  }

  /**
   * What the log is to know of the request that this answers, or that which this is wrapped around.
   * If there is no log, nobody reads it.
   */
  static AccessEntry entryOf(ServletResponse response) {
    if (response instanceof CountedResponse counted) {
      return counted.entry;
    }
    return response instanceof ServletResponseWrapper wrapper
        ? entryOf(wrapper.getResponse())
        : new AccessEntry();
  }

  AccessEntry entry() {
    return entry;
  }

  /** How many have been written, after all compression. */
  long bytes() {
    return output == null ? 0 : output.bytes;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    CountedOutput counted = output;
    if (counted == null) {
      counted = new CountedOutput(super.getOutputStream());
      output = counted;
    }
    return counted;
  }

  @Override
  public void reset() {
    super.reset();
    output = null;
  }

  private static final class CountedOutput extends ServletOutputStream {
    private final ServletOutputStream out;
    private long bytes;

    CountedOutput(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
      bytes += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
