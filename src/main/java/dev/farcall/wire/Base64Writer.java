package dev.farcall.wire;

import dev.farcall.Binary;
import dev.farcall.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes bytes as base64, some lines' worth at a time, and closes the stream they came from. */
final class Base64Writer {

  private Base64Writer() {}

  static void write(Binary binary, Dialect.Base64Lines lines, XmlOutput out) {
    BinaryOutput.CHECK.write(binary, lines, out);
    try (Base64Stream in = open(binary, lines)) {
      for (int count = in.fill(); count >= 0; count = in.fill()) {
        out.markup(in.buffer(), count);
      }
    } catch (IOException e) {
      throw unreadable("bytes that could not be read", e);
    }
  }

  private static Base64Stream open(Binary binary, Dialect.Base64Lines lines) throws IOException {
    try {
      return new Base64Stream(binary.openStream(), binary.size(), lines);
    } catch (UncheckedIOException e) {
      // What the output throws looks like that as well, and is not the fault of these bytes.
      throw e.getCause();
    }
  }

  static Misread unreadable(String problem, @Nullable Exception cause) {
    return new Misread(FaultCode.INTERNAL_ERROR, problem, cause);
  }
}
