package dev.farcall.cli;

import org.jspecify.annotations.Nullable;

/** Why a command could not do its work, in words for its user. It ends with status 2. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  CommandFailure(String message) {
    super(message);
  }

  /** The last words of an exception: its message, or what it is when it has none. */
  static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
