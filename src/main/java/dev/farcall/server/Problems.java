package dev.farcall.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong while a server was being built, so that it can all be told at once. */
final class Problems {

  // What is found twice, as about a class that is declared twice, is told once.
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final List<Throwable> causes = new ArrayList<>();

  void add(String text) {
    texts.add(text);
  }

  void add(String text, Throwable cause) {
    texts.add(text);
    causes.add(cause);
  }

  /** Keeps what is likely to be a mistake, but does no harm. */
  void warn(String text) {
    warnings.add(text);
  }

  /** What the log of a server that was built is told. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Ends the building if there are any.
   *
   * @throws DeclarationException with all of them
   */
  void throwIfAny() {
    if (!texts.isEmpty()) {
      throw new DeclarationException(List.copyOf(texts), causes);
    }
  }
}
