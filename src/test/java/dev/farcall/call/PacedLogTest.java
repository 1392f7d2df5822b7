package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.testkit.CapturedLog;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PacedLogTest {

  private static final String LOG = "dev.farcall.test.paced";
  private static final long SECOND = 1_000_000_000;

  private long now = Long.MAX_VALUE - 5;

  private static void log(PacedLog paced, int lines) {
    for (int i = 0; i < lines; i++) {
      paced.log(Level.INFO, () -> "x", null);
    }
  }

  @Test
  void hundredLinesASecondAreLoggedAndTheOthersCounted() {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      PacedLog paced = new PacedLog(System.getLogger(LOG), () -> now);
      log(paced, 107);
      assertEquals(100, log.messages().size());
      now += SECOND;
      log(paced, 2);
      assertEquals(
          List.of(
              "7 lines more were left out of this log: it takes 100 a second of what callers cause",
              "x",
              "x"),
          log.messages().subList(100, 103));
    }
  }

  @Test
  void eachSecondHasItsHundred() {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      PacedLog paced = new PacedLog(System.getLogger(LOG), () -> now);
      for (int second = 0; second < 3; second++) {
        log(paced, 100);
        now += SECOND;
      }
      assertEquals(Stream.generate(() -> "x").limit(300).toList(), log.messages());
    }
  }
}
