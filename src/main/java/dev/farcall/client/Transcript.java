package dev.farcall.client;

import java.io.Flushable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Where exchanges are written for people. Safe for use by many threads. */
final class Transcript {

  private final Consumer<String> out;
  private final BooleanSupplier wanted;

  private Transcript(Consumer<String> out, BooleanSupplier wanted) {
    this.out = out;
    this.wanted = wanted;
  }

  static Transcript to(Appendable out) {
    return new Transcript(text -> append(text, out), () -> true);
  }

  static Transcript to(Logger log) {
    return new Transcript(
        text -> log.log(Level.DEBUG, text.stripTrailing()), () -> log.isLoggable(Level.DEBUG));
  }

  /** Whether anybody reads it. */
  boolean isWanted() {
    return wanted.getAsBoolean();
  }

  /** Writes lines that belong together, each with its end. */
  void write(String lines) {
    out.accept(lines);
  }

  private static void append(String text, Appendable out) {
    synchronized (out) {
      try {
        out.append(text);
        if (out instanceof Flushable flushable) {
          flushable.flush();
        }
      } catch (IOException e) {
        // A call must not fail because nobody can be told of it.
        return;
      }
    }
  }
}
