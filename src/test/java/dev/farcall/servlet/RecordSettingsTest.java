package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordSettingsTest {

  enum Mood {
    FINE,
    VERY_BAD
  }

  record Sizes(
      long maxBytes,
      int base64Lines,
      Mood mood,
      ZoneId zone,
      Set<String> hosts,
      @Nullable String factory) {}

  private static final Sizes DEFAULTS =
      new Sizes(10, 20, Mood.FINE, ZoneOffset.UTC, Set.of("a"), null);

  private final Problems problems = new Problems();

  private Sizes read(Map<String, String> params) {
    return RecordSettings.read(DEFAULTS, params, problems);
  }

  @Test
  void keysAreTheComponentsInKebabCase() {
    assertEquals(
        List.of("max-bytes", "base64-lines", "mood", "zone", "hosts", "factory"),
        RecordSettings.keys(Sizes.class));
  }

  @Test
  void withoutParamsTheDefaultsStand() {
    assertEquals(DEFAULTS, read(Map.of()));
  }

  @Test
  void everyTypeOfComponentIsRead() {
    Sizes read =
        read(
            Map.of(
                "max-bytes", "99999999999",
                "base64-lines", " 7 ",
                "mood", "very-bad",
                "zone", "Europe/Berlin",
                "hosts", "B.example, c:80 ,",
                "factory", "x.Y"));
    assertEquals(
        new Sizes(
            99_999_999_999L,
            7,
            Mood.VERY_BAD,
            ZoneId.of("Europe/Berlin"),
            Set.of("b.example", "c:80"),
            "x.Y"),
        read);
    assertEquals(List.of(), problems.lines());
  }

  @Test
  void emptyListClearsTheDefault() {
    assertEquals(Set.of(), read(Map.of("hosts", "")).hosts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-bytes|8M|max-bytes: expected a whole number from 1 to 999999999999999999, got \"8M\"",
        "max-bytes|0|max-bytes: expected a whole number from 1 to 999999999999999999, got \"0\"",
        "max-bytes|+5|max-bytes: expected a whole number from 1 to 999999999999999999, got \"+5\"",
        "base64-lines|2147483648|base64-lines: expected a whole number from 1 to 2147483647, got"
            + " \"2147483648\"",
        "base64-lines|-1|base64-lines: expected a whole number from 1 to 2147483647, got \"-1\"",
        "base64-lines|'\u0665'|base64-lines: expected a whole number from 1 to 2147483647, got"
            + " \"\u0665\"",
        "mood|bad|mood: expected one of fine, very-bad, got \"bad\"",
        "mood|VERY_BAD|mood: expected one of fine, very-bad, got \"VERY_BAD\"",
        "zone|Mars|zone: expected a time zone, as UTC or Europe/Berlin, got \"Mars\"",
        "factory|' '|factory: expected text, got \" \"",
      })
  void wrongValueIsReportedAndTheDefaultStands(String key, String value, String problem) {
    assertEquals(DEFAULTS, read(Map.of(key, value)));
    assertEquals(List.of(problem), problems.lines());
  }

  @Test
  void allWrongValuesAreReported() {
    read(Map.of("mood", "x", "zone", "y"));
    assertEquals(2, problems.lines().size());
  }
}
