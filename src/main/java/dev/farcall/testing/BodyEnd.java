package dev.farcall.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;

/**
 * How the body of a reply ended.
 *
 * @param problem if it was not complete
 */
record BodyEnd(Kind kind, String problem) {

  static final BodyEnd COMPLETE = new BodyEnd(Kind.COMPLETE, "");

  static BodyEnd of(IOException failure) {
    Kind kind = failure instanceof InterruptedIOException ? Kind.TIMEOUT : Kind.BROKEN;
    return new BodyEnd(kind, String.valueOf(failure.getMessage()).replaceAll("[\\r\\n]+", " "));
  }

  /** The body, with this end. */
  InputStream behind(InputStream body) {
    return switch (kind) {
      case COMPLETE -> body;
      case BROKEN -> failing(body, new IOException(problem));
      case TIMEOUT -> failing(body, new InterruptedIOException(problem));
    };
  }

  /** A body that fails behind its last byte. */
  static InputStream failing(InputStream body, IOException failure) {
    InputStream end =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
          }
        };
    return new SequenceInputStream(body, end);
  }

  /** In the words of the file, but for the first, which is not written. */
  enum Kind {
    COMPLETE,
    BROKEN,
    TIMEOUT
  }
}
