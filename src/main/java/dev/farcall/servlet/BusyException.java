package dev.farcall.servlet;

import java.io.IOException;

/** A body for which there is nothing left now, but may be later: no thread, or no memory. */
final class BusyException extends IOException {

  private static final long serialVersionUID = 1L;

  BusyException(String message) {
    super(message);
  }
}
