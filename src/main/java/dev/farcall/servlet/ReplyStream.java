package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a reply back up to a number of bytes, so that a failure can still become another reply and
 * the Content-Length is exact; what is longer goes straight through from there on.
 */
final class ReplyStream extends OutputStream {

  private final HttpServletResponse response;
  private final OutputStream body;
  private final Compression compression;
  private final int bufferBytes;
  private final Runnable beforeStreaming;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
  private @Nullable OutputStream streaming;
  private @Nullable Zip zip;

  /**
   * A reply of which nothing is written yet.
   *
   * @param body of the response
   * @param bufferBytes how much is kept back
   * @param beforeStreaming runs once before the first byte leaves that is not yet the last; what it
   *     throws stops that
   */
  ReplyStream(
      HttpServletResponse response,
      OutputStream body,
      Compression compression,
      int bufferBytes,
      Runnable beforeStreaming) {
    this.response = response;
    this.body = body;
    this.compression = compression;
    this.bufferBytes = bufferBytes;
    this.beforeStreaming = beforeStreaming;
  }

  @Override
  public void write(int octet) throws IOException {
    target(1).write(octet);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    target(length).write(bytes, offset, length);
  }

  /** Sends what has been kept back, or the end of what has been streamed. */
  void finish() throws IOException {
    if (streaming != null) {
      streaming.close();
      return;
    }
    ByteArrayOutputStream whole = compression.applies(buffer.size()) ? zipped() : buffer;
    response.setContentLength(whole.size());
    whole.writeTo(body);
    response.flushBuffer();
  }

  /** Gives back the memory of the compression, and completes nothing. */
  @Override
  public void close() {
    if (zip != null) {
      zip.end();
    }
  }

  private OutputStream target(int more) throws IOException {
    if (streaming == null && buffer.size() + more > bufferBytes) {
      beforeStreaming.run();
      streaming = open();
      buffer.writeTo(streaming);
    }
    return streaming == null ? buffer : streaming;
  }

  private OutputStream open() throws IOException {
    return compression.applies(Integer.MAX_VALUE) ? zip(body) : body;
  }

  private ByteArrayOutputStream zipped() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(1024);
    OutputStream out = zip(zipped);
    buffer.writeTo(out);
    out.close();
    return zipped;
  }

  private OutputStream zip(OutputStream out) throws IOException {
    response.setHeader("Content-Encoding", "gzip");
    Zip opened = new Zip(out);
    zip = opened;
    return opened;
  }

  /** Can be given up: the memory of a Deflater is not Java's, and counts before it is collected. */
  private static final class Zip extends GZIPOutputStream {
    Zip(OutputStream out) throws IOException {
      super(out, 4096);
    }

    void end() {
      def.end();
    }
  }

  /** Whether a reply of a size is compressed. */
  @FunctionalInterface
  interface Compression {
    Compression NONE = size -> false;

    boolean applies(int size);
  }
}
