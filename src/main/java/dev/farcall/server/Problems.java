package dev.farcall.server;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong while a server was being built, so that it can all be told at once. */
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
   * Ends the building if there are any.
   *
   * @throws DeclarationException with all of them
   */
  void throwIfAny() {
    if (!texts.isEmpty()) {
      throw new DeclarationException(texts, causes);
    }
  }
}
