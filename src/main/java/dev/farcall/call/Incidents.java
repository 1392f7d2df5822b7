package dev.farcall.call;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Failures that a caller must not see: the caller gets a reference, and the log has the details
 * under it, of up to 100 a second. Safe for use by many threads.
 */
public final class Incidents {

  // Without the letters that are taken for digits.
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int REFERENCE_LENGTH = 10;

  private final PacedLog log;
  private final RandomGenerator random;

  private Incidents(PacedLog log, RandomGenerator random) {
    this.log = log;
    this.random = random;
  }

  /** Incidents for this log, with references that cannot be guessed. */
  public static Incidents of(Logger log) {
    return of(log, new SecureRandom());
  }

  /**
   * Incidents for this log.
   *
   * @param random makes the references
   */
  public static Incidents of(Logger log, RandomGenerator random) {
    return new Incidents(new PacedLog(log, System::nanoTime), random);
  }

  /**
   * Logs a failure.
   *
   * @param what failed, as it may stand in a log, see {@link PrintableText}
   * @return what the caller may be told
   */
  public Incident report(String what, Throwable failure) {
    Incident incident = new Incident(reference());
    try {
      log.log(Level.ERROR, () -> incident.text() + " in " + what, LoggedFailure.of(failure));
    } catch (Throwable unlogged) {
      // A log that is broken, or has no memory left, must not cost the caller the answer.
      return incident;
    }
    return incident;
  }

  private String reference() {
    StringBuilder reference = new StringBuilder(REFERENCE_LENGTH);
    for (int i = 0; i < REFERENCE_LENGTH; i++) {
      reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }
}
