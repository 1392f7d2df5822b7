package dev.farcall.client;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong while a proxy was being made, so that it can all be told at once. */
final class Problems {

  private final List<String> texts = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();

  void add(String text) {
    texts.add(text);
  }

  void add(String text, Throwable cause) {
    texts.add(text);
    causes.add(cause);
  }

  /**
   * Ends the making if there are any.
   *
   * @throws IllegalArgumentException with all of them, one per line
   */
  void throwIfAny() {
    if (!texts.isEmpty()) {
      IllegalArgumentException all =
          new IllegalArgumentException(String.join(System.lineSeparator(), texts));
      causes.forEach(all::addSuppressed);
      throw all;
    }
  }
}
