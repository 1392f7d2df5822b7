package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HeadWaitTest {

  private static final long LIMIT = 100;

  private final HeadWait wait = new HeadWait(LIMIT, 0);

  @Test
  void firstHeadHasToComeEvenIfNoByteDoes() {
    assertFalse(wait.isOverdue(100, 0));
    assertTrue(wait.isOverdue(101, 0));
  }

  @Test
  void requestMayTakeAsLongAsItTakes() {
    wait.end();
    assertFalse(wait.isOverdue(1_000_000, 70));
  }

  @Test
  void connectionMayBeIdleAfterAnAnswer() {
    wait.end();
    wait.beginAgain(200, 70);
    assertFalse(wait.isOverdue(1_000_000, 70));
  }

  @Test
  void nextHeadHasToComeOnceItsFirstByteHas() {
    wait.end();
    wait.beginAgain(200, 70);
    assertFalse(wait.isOverdue(1_000, 70));
    assertFalse(wait.isOverdue(1_100, 71));
    assertTrue(wait.isOverdue(1_101, 72));
  }
}
