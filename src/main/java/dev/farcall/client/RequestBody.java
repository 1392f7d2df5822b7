package dev.farcall.client;

import dev.farcall.wire.EncodedDocument;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The bytes of a request. They can be read any number of times, since a redirect sends them again,
 * unless a parameter is a long stream.
 */
public final class RequestBody {

  private final EncodedDocument document;

  private RequestBody(EncodedDocument document) {
    this.document = document;
  }

  /** These bytes, which are not copied. */
  public static RequestBody of(byte[] bytes) {
    return new RequestBody(EncodedDocument.of(bytes, bytes.length));
  }

  static RequestBody of(EncodedDocument document) {
    return new RequestBody(document);
  }

  /** How many bytes; -1 if that is not known before a stream has been read. */
  public long length() {
    return document.length();
  }

  /** Whether {@link #open} can be called more than once. */
  public boolean isRepeatable() {
    return document.isRepeatable();
  }

  /**
   * The bytes, from the first one on; to be closed. It throws a {@link dev.farcall.WireException}
   * where those of a parameter cannot be read.
   */
  public InputStream open() {
    return document.open();
  }

  /** Those at the beginning that are in memory, which reading does not use up. */
  InputStream openBeginning() {
    return document.openBeginning();
  }

  /** All of them, if they are in memory. */
  Optional<ByteBuffer> inMemory() {
    return document.inMemory();
  }

  /** Closes the streams among the parameters, for a request that is not sent any more. */
  void closeStreams() {
    document.closeStreams();
  }

  /** How many bytes; never which. */
  @Override
  public String toString() {
    return length() < 0 ? "bytes of a stream" : length() + " bytes";
  }

  /** Collects a body without a copy at the end. */
  static final class Buffer extends ByteArrayOutputStream {
    Buffer() {
      super(512);
    }

    RequestBody toBody() {
      return new RequestBody(EncodedDocument.of(buf, count));
    }
  }
}
