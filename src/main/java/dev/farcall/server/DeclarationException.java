package dev.farcall.server;

import java.util.List;

/** Everything that is wrong with what a server was asked to export, in one report. */
public final class DeclarationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  DeclarationException(List<String> problems, List<Throwable> causes) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
    causes.forEach(this::addSuppressed);
  }

  /** The problems, one sentence each; the message has them one per line. */
  public List<String> problems() {
    // An exception that went through Java serialization has only the message left.
    return problems != null ? problems : String.valueOf(getMessage()).lines().toList();
  }
}
