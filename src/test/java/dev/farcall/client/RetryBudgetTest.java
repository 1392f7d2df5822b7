package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens that repeats cost. */
final class RetryBudgetTest {

  private final RetryBudget budget = new RetryBudget();

  private int takeAll() {
    int taken = 0;
    while (budget.take()) {
      taken++;
    }
    return taken;
  }

  private void earn(int answers) {
    for (int i = 0; i < answers; i++) {
      budget.earn();
    }
  }

  @BeforeEach
  void fullBudgetIsNotExceeded() {
    earn(1_000);
  }

  @Test
  void repeatsStopAtTheHalf() {
    assertEquals(5, takeAll());
  }

  @Test
  void tokenIsEarnedByTenAnswers() {
    takeAll();
    earn(1);
    assertTrue(budget.take(), "above the half");
    earn(9);
    assertFalse(budget.take(), "at the half again");
    earn(1_000);
    assertEquals(5, takeAll());
  }

  @Test
  void oneOfTenCallsIsRepeatedInTheLongRun() {
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      budget.earn();
      taken += budget.take() ? 1 : 0;
    }
    assertTrue(taken <= 1_005, "repeats: " + taken);
  }
}
