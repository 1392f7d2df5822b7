package dev.farcall.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** Bytes as base64, some lines' worth at a time. */
final class Base64Stream extends BlockStream {

  private static final int BYTES_PER_LINE = 57;
  private static final int CHARS_PER_LINE = 76;
  private static final int CHUNK = BYTES_PER_LINE * 48;
  private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final Dialect.Base64Lines lines;
  private final Base64.Encoder encoder;
  private final byte[] source;
  private final byte[] encoded;
  private int at;
  private int end;

  /**
   * The base64 of what a stream gives, which is closed with this.
   *
   * @param size how many bytes those are; negative if that is not known
   */
  Base64Stream(InputStream in, long size, Dialect.Base64Lines lines) {
    this.in = in;
    this.lines = lines;
    encoder =
        lines == Dialect.Base64Lines.WRAPPED
            ? Base64.getMimeEncoder(CHARS_PER_LINE, LINE_END)
            : Base64.getEncoder();
    source = new byte[size < 0 ? CHUNK : (int) Math.min(CHUNK, Math.max(size, 1))];
    encoded = new byte[(int) length(source.length, Dialect.Base64Lines.WRAPPED)];
  }

  /** How many characters so many bytes become. */
  static long length(long size, Dialect.Base64Lines lines) {
    long chars = (size + 2) / 3 * 4;
    return lines == Dialect.Base64Lines.WRAPPED
        ? chars + (size + BYTES_PER_LINE - 1) / BYTES_PER_LINE
        : chars;
  }

  /** Encodes the next bytes into the {@link #buffer}, and answers how many; -1 at the end. */
  int fill() throws IOException {
    int count = in.readNBytes(source, 0, source.length);
    if (count == 0) {
      return -1;
    }
    int length =
        encoder.encode(count == source.length ? source : Arrays.copyOf(source, count), encoded);
    if (lines == Dialect.Base64Lines.WRAPPED) {
      encoded[length++] = '\n';
    }
    return length;
  }

  byte[] buffer() {
    return encoded;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (at == end) {
      at = 0;
      end = Math.max(fill(), 0);
    }
    int count = Math.min(length, end - at);
    System.arraycopy(encoded, at, target, offset, count);
    at += count;
    return count == 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
