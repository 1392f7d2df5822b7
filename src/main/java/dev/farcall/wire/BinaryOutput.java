package dev.farcall.wire;

import dev.farcall.Binary;

/** What becomes of the bytes of a base64 when the writer of values comes to them. */
interface BinaryOutput {

  /** Looks at them only: a stream must still be there. */
  BinaryOutput CHECK =
      (binary, lines, out) -> {
        if (!binary.isReadable()) {
          throw Base64Writer.unreadable(
              "a stream that was read before, and can be read only once", null);
        }
      };

  /** Does nothing about them. */
  BinaryOutput NONE = (binary, lines, out) -> {};

  void write(Binary binary, Dialect.Base64Lines lines, XmlOutput out);
}
