package dev.farcall.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints lines as they come, and keeps what must not be. */
final class Table {

  private final List<String> wrong = new ArrayList<>();

  Table() {
    System.out.println(Line.head());
  }

  void add(Line line) {
    System.out.println(line);
  }

  /** Says that there is no line, and why. */
  void skip(String what, String why) {
    System.out.printf("%s: not measured, %s%n", what, why);
  }

  /** Keeps an answer that is none of those there may be. */
  void check(String what, Set<String> allowed, String answer) {
    if (!allowed.contains(answer)) {
      wrong.add(what + ": " + answer + " in place of " + allowed);
    }
  }

  /** Fails if there was such an answer. */
  void end() {
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          wrong.size()
              + " wrong answers, among them "
              + wrong.subList(0, Math.min(9, wrong.size())));
    }
  }
}
