package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One reading of a document: its text, and the base64 in between, opened when it comes to that. */
final class EncodedStream extends BlockStream {

  private final EncodedDocument document;
  private InputStream text;
  private @Nullable InputStream part;
  private int next;
  private long read;

  EncodedStream(EncodedDocument document) {
    this.document = document;
    text = document.textBefore(0);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    while (true) {
      int count =
          part == null ? text.read(target, offset, length) : readPart(target, offset, length);
      if (count > 0) {
        return count;
      } else if (part != null) {
        endPart();
      } else if (next == document.parts().size()) {
        return -1;
      } else {
        startPart();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }

  private void startPart() {
    try {
      read = 0;
      part = document.parts().get(next).open();
    } catch (UncheckedIOException e) {
      throw failed("bytes of a base64 that could not be read", e.getCause());
    } catch (IllegalStateException e) {
      throw failed("a stream that was read before, and can be read only once", e);
    }
  }

  private int readPart(byte[] target, int offset, int length) {
    try {
      int count = Objects.requireNonNull(part).read(target, offset, length);
      read += Math.max(count, 0);
      checkLength(count < 0);
      return count;
    } catch (IOException e) {
      throw failed("bytes of a base64 that could not be read", e);
    }
  }

  private void checkLength(boolean ended) {
    long announced = document.parts().get(next).length();
    if (announced >= 0 && (read > announced || (ended && read < announced))) {
      throw failed("bytes of a base64 whose number changed while they were sent", null);
    }
  }

  private void endPart() {
    InputStream ended = Objects.requireNonNull(part);
    // Before it is closed, which is not to be tried again.
    part = null;
    try {
      ended.close();
    } catch (IOException e) {
      throw failed("bytes of a base64 that could not be read", e);
    }
    text = document.textBefore(++next);
  }

  private static WireException failed(String problem, @Nullable Exception cause) {
    return new WireException(FaultCode.INTERNAL_ERROR, problem, -1, -1, cause);
  }
}
