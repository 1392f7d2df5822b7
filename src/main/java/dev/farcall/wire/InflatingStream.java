package dev.farcall.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses one body, and nothing but one body. Java's own {@code GZIPInputStream} goes on with
 * a second member and overlooks what is not one; here anything behind the end is refused. RFC 1952
 * has the format of gzip, RFC 1950 that of zlib, RFC 1951 that of what is inside both. For use by
 * one thread.
 */
final class InflatingStream extends BlockStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Inflater inflater;
  private final byte[] compressed = new byte[4096];
  private int start;
  private int end;

  /** Of what came out; null where there is nothing to compare it with. */
  private final @Nullable CRC32 crc;

  private boolean finished;

  private InflatingStream(InputStream in, Format format) throws IOException {
    this.in = in;
    if (format == Format.GZIP) {
      crc = new CRC32();
      readGzipHeader();
      inflater = new Inflater(true);
    } else {
      crc = null;
      inflater = new Inflater(!looksLikeZlib());
    }
  }

  static InputStream gzip(InputStream in) throws IOException {
    return new InflatingStream(in, Format.GZIP);
  }

  static InputStream deflate(InputStream in) throws IOException {
    return new InflatingStream(in, Format.DEFLATE);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (finished || length == 0) {
      return finished ? -1 : 0;
    }
    try {
      int count;
      while ((count = inflater.inflate(target, offset, length)) == 0) {
        if (inflater.finished()) {
          finish();
          return -1;
        } else if (inflater.needsDictionary()) {
          throw new CorruptBodyException("the body is compressed with a dictionary", null);
        }
        feed();
      }
      if (crc != null) {
        crc.update(target, offset, count);
      }
      return count;
    } catch (DataFormatException e) {
      throw new CorruptBodyException("the body does not decompress", e);
    }
  }

  @Override
  public void close() throws IOException {
    finished = true;
    inflater.end();
    in.close();
  }

  private void feed() throws IOException {
    if (start == end && !fill()) {
      throw new CorruptBodyException("the compressed body ends too early", null);
    }
    inflater.setInput(compressed, start, end - start);
    start = end;
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(in.read(compressed), 0);
    return end > 0;
  }

  /** Makes sure that what came out is what went in, and that nothing follows. */
  private void finish() throws IOException {
    finished = true;
    start = end - inflater.getRemaining();
    if (crc != null) {
      long expected = fourBytes();
      long size = fourBytes();
      if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
        throw new CorruptBodyException("the body was damaged: its checksum is wrong", null);
      }
    }
    if (start < end || fill()) {
      throw new CorruptBodyException("something follows the compressed body", null);
    }
  }

  private void readGzipHeader() throws IOException {
    if (next() != 0x1F || next() != 0x8B || next() != 8) {
      throw new CorruptBodyException("the body is not gzip", null);
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new CorruptBodyException("the gzip header has unknown flags", null);
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | (next() << 8));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  /** Looks at the two bytes a zlib header would have, and leaves them where they are. */
  private boolean looksLikeZlib() throws IOException {
    end = in.readNBytes(compressed, 0, 2);
    if (end < 2) {
      throw new CorruptBodyException("the compressed body ends too early", null);
    }
    int first = compressed[0] & 0xFF;
    int second = compressed[1] & 0xFF;
    return (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
  }

  private int next() throws IOException {
    if (start == end && !fill()) {
      throw new CorruptBodyException("the compressed body ends too early", null);
    }
    return compressed[start++] & 0xFF;
  }

  private long fourBytes() throws IOException {
    return next() | ((long) next() << 8) | ((long) next() << 16) | ((long) next() << 24);
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int unused = next();
    }
  }

  private void skipText() throws IOException {
    int c;
    do {
      c = next();
    } while (c != 0);
  }

  private enum Format {
    GZIP,
    DEFLATE
  }
}
