package dev.farcall.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that the build wrote into a resource; a web application has no manifest to ask. */
final class FarcallVersion {

  static final String TEXT = read();

  private FarcallVersion() {}

  private static String read() {
    try (InputStream in = FarcallVersion.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version", e);
    }
  }
}
