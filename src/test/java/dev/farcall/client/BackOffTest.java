package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times between attempts. */
final class BackOffTest {

  private static final int TIMES = 10_000;

  private final BackOff backOff = new BackOff(Retries.defaults(), new Random(41));

  /** How many of many times fall into each tenth of the bound. */
  private int[] tenths(int number, Duration bound) {
    int[] counts = new int[10];
    for (int i = 0; i < TIMES; i++) {
      long nanos = backOff.next(number).toNanos();
      counts[(int) Math.min(nanos * 10 / bound.toNanos(), 9)]++;
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({"1,100", "2,200", "3,400", "4,800", "5,1000", "6,1000", "1000000,1000"})
  void timesAreSpreadFromNothingToTheBound(int number, long boundMillis) {
    int[] counts = tenths(number, Duration.ofMillis(boundMillis));
    assertEquals(TIMES, Arrays.stream(counts).sum());
    for (int count : counts) {
      assertTrue(count > 850 && count < 1_150, Arrays.toString(counts));
    }
  }

  @Test
  void noTimeIsBeyondTheBound() {
    for (int i = 0; i < TIMES; i++) {
      assertTrue(backOff.next(9).compareTo(Duration.ofSeconds(1)) <= 0);
    }
  }

  @Test
  void longestBoundThereIsDoesNotOverflow() {
    Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
    BackOff longest = new BackOff(Retries.defaults().withBackOff(forEver, forEver), new Random(41));
    assertTrue(longest.next(99).compareTo(Watch.LONGEST) <= 0);
  }
}
