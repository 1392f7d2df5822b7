package dev.farcall.client;

import java.time.Duration;

/**
 * How often a call is sent again, and after which time. What may be sent again at all is not set
 * here: what certainly was not run, and what is idempotent.
 *
 * <p>A call goes to another server that is thought to be up at once. Before any other attempt there
 * is a back-off, a random time from nothing to a bound that doubles each time ("full jitter"), and
 * at least what the server asked for by {@code Retry-After}; a call for which that takes too long
 * fails then and there. All callers of a client share ten tokens: a repeat after a back-off, or of
 * a call that may have been run, takes one, a tenth of one comes back with each answer, and below
 * the half there are no such repeats. So what all servers together cannot carry is not multiplied.
 *
 * @param attempts how often a call is sent at most, the first time included; at least 1
 * @param initialBackOff the bound of the first back-off of a call; positive
 * @param maxBackOff what the bound does not grow beyond; not less than the first
 */
public record Retries(int attempts, Duration initialBackOff, Duration maxBackOff) {

  private static final Retries DEFAULTS =
      new Retries(5, Duration.ofMillis(100), Duration.ofSeconds(1));

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts are at least 1, got " + attempts);
    }
    initialBackOff = Calls.positive(initialBackOff);
    maxBackOff = Calls.positive(maxBackOff);
    if (maxBackOff.compareTo(initialBackOff) < 0) {
      throw new IllegalArgumentException(
          "maxBackOff is not less than initialBackOff, got "
              + maxBackOff.toMillis()
              + " ms and "
              + initialBackOff.toMillis()
              + " ms");
    }
  }

  /** 5 attempts, back-offs of up to 100 ms, 200 ms and so on to 1 second. */
  public static Retries defaults() {
    return DEFAULTS;
  }

  /** These with so many attempts at most; 1 for none but the first. */
  public Retries withAttempts(int attempts) {
    return new Retries(attempts, initialBackOff, maxBackOff);
  }

  /** These with other bounds of the back-off. */
  public Retries withBackOff(Duration initial, Duration max) {
    return new Retries(attempts, initial, max);
  }
}
