package dev.farcall.servlet;

import java.io.IOException;

/** A body that would have to be waited for, when too many are waited for already. */
final class BusyException extends IOException {

  private static final long serialVersionUID = 1L;

  BusyException() {
    super(
        "the body does not come with its head, and as many as max-waiting-bodies and"
            + " max-bodies-per-caller allow are waited for already; try again later");
  }
}
