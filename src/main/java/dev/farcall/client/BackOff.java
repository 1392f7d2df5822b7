package dev.farcall.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a call waits before it is sent again. The whole of the time is random, so that callers
 * who failed together do not come back together.
 *
 * @param retries bounds
 * @param random safe for use by many threads
 */
record BackOff(Retries retries, RandomGenerator random) {

  /**
   * A time from nothing to the bound of this back-off.
   *
   * @param number of the back-off in its call, from 1
   */
  Duration next(int number) {
    return Duration.ofNanos(random.nextLong(bound(number).toNanos() + 1));
  }

  private Duration bound(int number) {
    Duration bound = retries.initialBackOff();
    for (int i = 1; i < number && bound.compareTo(retries.maxBackOff()) < 0; i++) {
      bound = bound.multipliedBy(2);
    }
    return bound.compareTo(retries.maxBackOff()) < 0 ? bound : retries.maxBackOff();
  }
}
