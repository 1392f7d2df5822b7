package dev.farcall.figures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Documents of 1 GiB in gzip, which are 1 MB. */
final class Bombs {

  private static final int PIECE = 1 << 20;
  private static final int PIECES = 1 << 10;
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  private Bombs() {}

  /** One that begins with a text, and goes on with another. It is cut off behind 1 GiB. */
  static byte[] of(String start, String more) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(2 << 20);
    zipped.writeBytes(HEAD);
    zipped.writeBytes(deflated(start));
    byte[] piece = deflated(more.repeat(PIECE / more.length()));
    for (int i = 0; i < PIECES; i++) {
      zipped.writeBytes(piece);
    }
    return zipped.toByteArray();
  }

  /** Compressed so that it means the same wherever it stands. */
  private static byte[] deflated(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(text.getBytes(US_ASCII));
    byte[] zipped = new byte[PIECE];
    int length = deflater.deflate(zipped, 0, zipped.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(zipped, length);
  }
}
