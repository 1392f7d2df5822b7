package dev.farcall.client;

import java.util.function.Consumer;

/** Where exchanges are written for people. */
final class Transcript {

  private final Consumer<String> lines;

  private Transcript(Consumer<String> lines) {
    this.lines = lines;
  }

  static Transcript to(Appendable out) {
    return new Transcript(line -> {});
  }

  static Transcript to(System.Logger log) {
    return new Transcript(line -> log.log(System.Logger.Level.DEBUG, line));
  }

  void write(String line) {
    lines.accept(line);
  }
}
