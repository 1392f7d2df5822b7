package dev.farcall.wire;

import dev.farcall.Binary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes bytes as base64, some lines' worth at a time. */
final class Base64Writer {

  private static final int BYTES_PER_LINE = 57;
  private static final int CHUNK = BYTES_PER_LINE * 48;
  private static final byte[] LINE_END = {'\n'};

  private Base64Writer() {}

  static void write(Binary binary, Dialect.Base64Lines lines, XmlOutput out) {
    boolean wrapped = lines == Dialect.Base64Lines.WRAPPED;
    Base64.Encoder encoder =
        wrapped
            ? Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
            : Base64.getEncoder();
    byte[] source = new byte[(int) Math.min(CHUNK, Math.max(binary.size(), 1))];
    byte[] encoded = new byte[(source.length + 2) / 3 * 4 + source.length / BYTES_PER_LINE];
    try (InputStream in = binary.openStream()) {
      int count;
      while ((count = in.readNBytes(source, 0, source.length)) > 0) {
        byte[] chunk = count == source.length ? source : java.util.Arrays.copyOf(source, count);
        out.markup(encoded, encoder.encode(chunk, encoded));
        if (wrapped) {
          out.markup(LINE_END);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
