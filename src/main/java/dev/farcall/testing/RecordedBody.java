package dev.farcall.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;

/** A body that is kept as far as it is read, and handed over when it is closed. */
final class RecordedBody extends InputStream {

  private final InputStream body;
  private final BiConsumer<byte[], BodyEnd> recorded;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private BodyEnd end = BodyEnd.COMPLETE;
  private boolean closed;

  RecordedBody(InputStream body, BiConsumer<byte[], BodyEnd> recorded) {
    this.body = body;
    this.recorded = recorded;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = body.read(target, offset, length);
      if (count > 0) {
        read.write(target, offset, count);
      }
      return count;
    } catch (IOException e) {
      end = BodyEnd.of(e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (body) {
        recorded.accept(read.toByteArray(), end);
      }
    }
  }
}
