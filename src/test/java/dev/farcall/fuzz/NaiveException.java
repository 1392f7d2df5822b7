package dev.farcall.fuzz;

/** The {@link NaiveReader} does not take it. */
final class NaiveException extends Exception {

  private static final long serialVersionUID = 1L;

  NaiveException(String message) {
    super(message);
  }

  NaiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
