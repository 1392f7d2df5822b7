package dev.farcall.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What is printed while something runs: parsers are known to print at every bad byte. */
final class StandardError {

  private StandardError() {}

  /** Runs it, and fails if it prints. */
  static <T> T silent(Supplier<T> step) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    T result = redirected(new PrintStream(printed, true, StandardCharsets.UTF_8), step);
    if (printed.size() > 0) {
      throw new AssertionError("printed: " + printed.toString(StandardCharsets.UTF_8));
    }
    return result;
  }

  /** Runs it, whatever it prints. */
  static <T> T muted(Supplier<T> step) {
    return redirected(
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), step);
  }

  private static <T> T redirected(PrintStream to, Supplier<T> step) {
    PrintStream before = System.err;
    System.setErr(to);
    try {
      return step.get();
    } finally {
      System.setErr(before);
    }
  }
}
