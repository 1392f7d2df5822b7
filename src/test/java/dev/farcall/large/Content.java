package dev.farcall.large;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** As many bytes as wanted, which do not repeat soon. */
final class Content extends InputStream {

  private long left;
  private long state = 1;

  Content(long count) {
    left = count;
  }

  /** How many bytes a stream has, and their checksum. */
  static String digest(InputStream stream) throws IOException {
    CRC32 checksum = new CRC32();
    long count = 0;
    byte[] piece = new byte[1 << 16];
    try (stream) {
      for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
        checksum.update(piece, 0, read);
        count += read;
      }
    }
    return count + " bytes, checksum " + Long.toHexString(checksum.getValue());
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int count = (int) Math.min(length, left);
    for (int i = offset; i < offset + count; i++) {
      // Knuth's generator of 64 bit; its upper bits are the random ones.
      state = state * 6364136223846793005L + 1442695040888963407L;
      target[i] = (byte) (state >>> 56);
    }
    left -= count;
    return count;
  }
}
