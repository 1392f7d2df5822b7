package dev.farcall.servlet;

import java.io.IOException;
import java.time.Duration;

/** A body that took longer than it may. */
final class SlowBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  SlowBodyException(Duration limit) {
    super("the body took longer than the " + limit.toSeconds() + " s that max-body-seconds allows");
  }
}
