package dev.farcall.wire;

import dev.farcall.Binary;
import java.io.UncheckedIOException;

/**
 * A base64 of a document that is encoded when it is read.
 *
 * @param at behind how many bytes of text it stands
 * @param length how many characters it has; -1 when that is not known
 */
record EncodedPart(int at, Binary binary, Dialect.Base64Lines lines, long length) {

  static EncodedPart of(int at, Binary binary, Dialect.Base64Lines lines) {
    long size = binary.size();
    return new EncodedPart(at, binary, lines, size < 0 ? -1 : Base64Stream.length(size, lines));
  }

  /** Whether these are more bytes than that, or nobody knows how many. */
  static boolean isLong(Binary binary, int shortest) {
    try {
      long size = binary.size();
      return size < 0 || size > shortest;
    } catch (UncheckedIOException e) {
      throw Base64Writer.unreadable("bytes that could not be read", e.getCause());
    }
  }

  Base64Stream open() {
    return new Base64Stream(binary.openStream(), -1, lines);
  }
}
