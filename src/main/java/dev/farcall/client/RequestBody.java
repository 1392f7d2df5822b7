package dev.farcall.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The bytes of a request. They can be read any number of times, since a redirect sends them again.
 */
public final class RequestBody {

  private final byte[] bytes;
  private final int length;

  private RequestBody(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** These bytes, which are not copied. */
  public static RequestBody of(byte[] bytes) {
    return new RequestBody(bytes, bytes.length);
  }

  /** How many bytes. */
  public long length() {
    return length;
  }

  /** The bytes, from the first one on. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes, 0, length);
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer();
  }

  /** How many bytes; never which. */
  @Override
  public String toString() {
    return length + " bytes";
  }

  /** Collects a body without a copy at the end. */
  static final class Buffer extends ByteArrayOutputStream {
    Buffer() {
      super(512);
    }

    RequestBody toBody() {
      return new RequestBody(buf, count);
    }
  }
}
