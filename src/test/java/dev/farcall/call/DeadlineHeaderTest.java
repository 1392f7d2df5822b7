package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadlineHeaderTest {

  @ParameterizedTest
  @CsvSource({
    "PT2.5S, 2500",
    "PT0S, 0",
    "PT-1S, 0",
    "PT-0.000000001S, 0",
    "PT0.000000001S, 1",
    "PT0.001S, 1",
    "PT0.001000001S, 2",
    "PT999999999.998999999S, 999999999999",
    "PT999999999.999S, 999999999999",
    "PT1000000000S, 999999999999",
  })
  void whatIsLeftIsWrittenInMillisecondsRoundedUp(Duration remaining, String text) {
    assertEquals(text, DeadlineHeader.text(remaining));
  }

  @Test
  void theLongestDurationOfJavaIsCut() {
    assertEquals("999999999999", DeadlineHeader.text(Duration.ofSeconds(Long.MAX_VALUE)));
    assertEquals("0", DeadlineHeader.text(Duration.ofSeconds(Long.MIN_VALUE)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT0.001S",
    "2500, PT2.5S",
    "'\t 2500 ', PT2.5S",
    "000000000007, PT0.007S",
    "999999999999, PT999999999.999S",
  })
  void digitsAreMilliseconds(String value, Duration remaining) {
    assertEquals(Optional.of(remaining), DeadlineHeader.read(value));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1 0",
        "1s",
        "1000m",
        "0x1",
        "\u0661",
        "1000000000000"
      })
  void anythingElseIsNothing(@Nullable String value) {
    assertEquals(Optional.empty(), DeadlineHeader.read(value));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999, 1_000, 86_400_000, 999_999_999_999L})
  void whatWasWrittenIsRead(long millis) {
    Duration remaining = Duration.ofMillis(millis);
    assertEquals(Optional.of(remaining), DeadlineHeader.read(DeadlineHeader.text(remaining)));
  }
}
