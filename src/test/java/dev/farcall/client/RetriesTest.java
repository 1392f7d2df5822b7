package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What may be set about repeats. */
final class RetriesTest {

  private static final Retries DEFAULTS = Retries.defaults();

  private static void assertRefused(String message, Executable setting) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, setting).getMessage());
  }

  @Test
  void defaultsAreThoseOfTheReadme() {
    assertEquals(new Retries(5, Duration.ofMillis(100), Duration.ofSeconds(1)), DEFAULTS);
  }

  @Test
  void oneAttemptIsTheLeast() {
    assertEquals(1, DEFAULTS.withAttempts(1).attempts());
    assertRefused("attempts are at least 1, got 0", () -> DEFAULTS.withAttempts(0));
  }

  @Test
  void backOffIsPositive() {
    assertRefused(
        "a timeout is positive, got 0 ms",
        () -> DEFAULTS.withBackOff(Duration.ZERO, Duration.ofSeconds(1)));
  }

  @Test
  void longestBackOffIsNotShorterThanTheFirst() {
    assertRefused(
        "maxBackOff is not less than initialBackOff, got 9 ms and 10 ms",
        () -> DEFAULTS.withBackOff(Duration.ofMillis(10), Duration.ofMillis(9)));
  }
}
