package dev.farcall.servlet;

import java.io.IOException;
import java.time.Duration;

/** A caller who took longer than allowed to take its answer. */
final class SlowReaderException extends IOException {

  private static final long serialVersionUID = 1L;

  SlowReaderException(Duration limit) {
    super(
        "taking the answer took longer than the "
            + limit.toSeconds()
            + " s that max-reply-seconds allows");
  }
}
