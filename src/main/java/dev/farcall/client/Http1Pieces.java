package dev.farcall.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A body that is not in memory, piece by piece, in one buffer. Of an unknown length it comes in
 * chunks (RFC 9112, section 7.1). Nothing is opened before the first piece is asked for.
 */
final class Http1Pieces implements Closeable {

  private static final int PIECE = 64 << 10;
  private static final int ROOM_FOR_SIZE = 8;
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final RequestBody body;
  private final byte[] buffer = new byte[ROOM_FOR_SIZE + PIECE + LINE_END.length + END.length];
  private @Nullable InputStream in;
  private boolean ended;

  Http1Pieces(RequestBody body) {
    this.body = body;
  }

  /** Whether the piece that was given last is the last one. */
  boolean isEnded() {
    return ended;
  }

  /** The next piece, which is good until the one behind it; empty behind the last. */
  ByteBuffer next() throws IOException {
    if (ended) {
      return ByteBuffer.allocate(0);
    }
    if (in == null) {
      in = body.open();
    }
    int count = in.readNBytes(buffer, ROOM_FOR_SIZE, PIECE);
    ended = count < PIECE;
    return body.length() < 0 ? chunk(count) : ByteBuffer.wrap(buffer, ROOM_FOR_SIZE, count);
  }

  private ByteBuffer chunk(int count) {
    int start = ROOM_FOR_SIZE;
    int end = ROOM_FOR_SIZE;
    if (count > 0) {
      byte[] size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      start -= size.length;
      System.arraycopy(size, 0, buffer, start, size.length);
      end = put(LINE_END, ROOM_FOR_SIZE + count);
    }
    if (ended) {
      end = put(END, end);
    }
    return ByteBuffer.wrap(buffer, start, end - start);
  }

  private int put(byte[] bytes, int at) {
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    return at + bytes.length;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
