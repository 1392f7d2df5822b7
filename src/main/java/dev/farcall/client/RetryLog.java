package dev.farcall.client;

import dev.farcall.TransportException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Tells of every call that is sent again, at level DEBUG and where exchanges are written.
 *
 * @param transcript for people, if there is one
 */
record RetryLog(Optional<Transcript> transcript) {

  private static final Logger LOG = System.getLogger("dev.farcall.client");

  /** A call is about to be sent again. */
  void again(int attempt, int attempts, Server to, TransportException failure) {
    LOG.log(Level.DEBUG, () -> text(attempt, attempts, to, failure));
    transcript
        .filter(Transcript::isWanted)
        .ifPresent(out -> out.write("! " + text(attempt, attempts, to, failure) + "\n"));
  }

  private static String text(int attempt, int attempts, Server to, TransportException failure) {
    return ExchangeText.line(
        "attempt %d of %d, at %s, since %s".formatted(attempt, attempts, to, failure.getMessage()));
  }
}
