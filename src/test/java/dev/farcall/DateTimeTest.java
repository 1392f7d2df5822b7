package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateTimeTest {

  private static final LocalDateTime LOCAL = LocalDateTime.of(1998, 7, 17, 14, 8, 55);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19980717T14:08:55",
        "1998-07-17T14:08:55",
        "19980717T140855",
        "1998-07-17T140855"
      })
  void dashesAndColonsMayBeMissing(String text) {
    assertEquals(DateTime.of(LOCAL), DateTime.parse(text));
    assertEquals(text, DateTime.parse(text).text());
    assertEquals("19980717T14:08:55", DateTime.parse(text).compact());
  }

  @ParameterizedTest
  @CsvSource({
    "Z, Z, Z",
    "+00, Z, Z",
    "-00:00, Z, Z",
    "+02, +02:00, +0200",
    "+0200, +02:00, +0200",
    "+02:00, +02:00, +0200",
    "-0330, -03:30, -0330",
    "-00:30, -00:30, -0030",
    "+18:00, +18:00, +1800",
    "-18:00, -18:00, -1800"
  })
  void anOffsetIsKept(String text, String offset, String compact) {
    DateTime dateTime = DateTime.parse("19980717T14:08:55" + text);

    assertEquals(Optional.of(ZoneOffset.of(offset)), dateTime.offset());
    assertEquals(LOCAL, dateTime.toLocalDateTime());
    assertEquals("19980717T14:08:55" + compact, dateTime.compact());
  }

  @ParameterizedTest
  @CsvSource({
    ".1, 100000000, .1",
    ".123, 123000000, .123",
    "';,123', 123000000, .123",
    ".123456, 123456000, .123456",
    ".123456789, 123456789, .123456789",
    ".000000001, 1, .000000001",
    ".000, 0, ''",
    ".120, 120000000, .12"
  })
  void aFractionIsKeptToTheNanosecond(String text, int nanos, String compact) {
    DateTime dateTime = DateTime.parse("19980717T14:08:55" + text.replace(";", ""));

    assertEquals(LOCAL.withNano(nanos), dateTime.toLocalDateTime());
    assertEquals("19980717T14:08:55" + compact, dateTime.compact());
  }

  @Test
  void theLongestFormHasEverything() {
    String text = "1998-07-17T14:08:55,123456789+02:00";

    assertEquals("19980717T14:08:55.123456789+0200", DateTime.parse(text).compact());
    assertEquals(text, DateTime.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19980717",
        "14:08:55",
        "19980717T",
        "19980717T14",
        "19980717T14:08",
        "19980717T14:0855",
        "19980717T1408:55",
        "1998-0717T14:08:55",
        "199807-17T14:08:55",
        "19980717 14:08:55",
        "19980717t14:08:55",
        "19980717T14:08:55z",
        "19980717T14:08:55 Z",
        "19980717T14:08:55ZZ",
        "19980717T14:08:55.",
        "19980717T14:08:55.1234567890",
        "19980717T14:08:55.Z",
        "19980717T14:08:55+2",
        "19980717T14:08:55+020",
        "19980717T14:08:55+02:",
        "19980717T14:08:55+02:0",
        "19980717T14:08:55+02:00:00",
        "19980717T14:08:55+",
        "19980717T14:08:55 ",
        " 19980717T14:08:55",
        "980717T14:08:55",
        "-19980717T14:08:55",
        "+19980717T14:08:55",
        "199800717T14:08:55",
        "1998/07/17T14:08:55",
        "\u0661\u0669980717T14:08:55",
        "19980717T14:08:55\0"
      })
  void anotherFormIsRefused(String text) {
    assertEquals(
        "expected a date and time as 19980717T14:08:55, got \"" + text + "\"", refusal(text));
  }

  @ParameterizedTest
  @CsvSource({
    "00000101T00:00:00, there is no year 0000",
    "19981317T14:08:55, Invalid value for MonthOfYear (valid values 1 - 12): 13",
    "19980017T14:08:55, Invalid value for MonthOfYear (valid values 1 - 12): 0",
    "19980732T14:08:55, Invalid value for DayOfMonth (valid values 1 - 28/31): 32",
    "19980700T14:08:55, Invalid value for DayOfMonth (valid values 1 - 28/31): 0",
    "19980229T14:08:55, Invalid date 'February 29' as '1998' is not a leap year",
    "19980431T14:08:55, Invalid date 'APRIL 31'",
    "19980717T24:00:00, Invalid value for HourOfDay (valid values 0 - 23): 24",
    "19980717T25:00:00, Invalid value for HourOfDay (valid values 0 - 23): 25",
    "19980717T14:60:00, Invalid value for MinuteOfHour (valid values 0 - 59): 60",
    "19980717T14:08:60, Invalid value for SecondOfMinute (valid values 0 - 59): 60",
    "19980717T14:08:55+1801, Zone offset not in valid range: -18:00 to +18:00",
    "19980717T14:08:55+0260,"
        + " 'Zone offset minutes not in valid range: value 60 is not in the range -59 to 59'"
  })
  void whatIsNoRealDateIsRefused(String text, String why) {
    assertEquals(
        "expected a date and time, got \"" + text + "\": " + why.replace('`', '\''), refusal(text));
  }

  @Test
  void tenThousandCharactersAreNotLookedAt() {
    assertEquals("expected a date and time, got 10000 characters", refusal("1".repeat(10_000)));
  }

  @Test
  void leapDaysAreReal() {
    assertEquals("20000229T00:00:00", DateTime.parse("2000-02-29T00:00:00").compact());
  }

  @ParameterizedTest
  @CsvSource({
    "19980717T24:00:00, 19980718T00:00:00",
    "19981231T240000, 19990101T00:00:00",
    "19980228T24:00:00.000Z, 19980301T00:00:00Z",
    "19980717T14:08:60, 19980717T14:08:59",
    "19981231T23:59:60Z, 19981231T23:59:59Z",
    "19980717T14:08:60.5, 19980717T14:08:59.5",
    "19980717T14:08:55, 19980717T14:08:55"
  })
  void lenientReadingKnowsTheEndOfTheDayAndLeapSeconds(String text, String compact) {
    assertEquals(compact, DateTime.parseLenient(text).compact());
    assertEquals(text, DateTime.parseLenient(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19980717T24:00:01",
        "19980717T24:01:00",
        "19980717T24:00:00.1",
        "19980717T25:00:00",
        "19980717T14:08:61",
        "99991231T24:00:00",
        "980717T14:08:55",
        "00000000T00:00:00"
      })
  void lenientReadingHasItsLimits(String text) {
    assertThrows(DateTimeException.class, () -> DateTime.parseLenient(text));
  }

  @Test
  void theFirstAndTheLastSecondTravel() {
    assertEquals("00010101T00:00:00", DateTime.parse("00010101T00:00:00").compact());
    assertEquals("99991231T23:59:59", DateTime.parse("99991231T23:59:59").compact());
  }

  @Test
  void yearsOfFiveDigitsCannotTravel() {
    assertEquals(
        "year 10000 cannot travel: XML-RPC has years of four digits",
        assertThrows(DateTimeException.class, () -> DateTime.of(LOCAL.withYear(10_000)))
            .getMessage());
    assertThrows(DateTimeException.class, () -> DateTime.of(LOCAL.withYear(0)));
    assertThrows(
        DateTimeException.class, () -> DateTime.of(LOCAL.withYear(-1).atOffset(ZoneOffset.UTC)));
  }

  @Test
  void offsetsWithSecondsCannotTravel() {
    OffsetDateTime amsterdam = LOCAL.withYear(1930).atOffset(ZoneOffset.of("+00:19:32"));

    assertEquals(
        "offset +00:19:32 cannot travel: ISO 8601 has offsets of whole minutes",
        assertThrows(DateTimeException.class, () -> DateTime.of(amsterdam)).getMessage());
  }

  @Test
  void whatIsMadeReadsBackAsTheSame() {
    for (OffsetDateTime made :
        new OffsetDateTime[] {
          LOCAL.atOffset(ZoneOffset.UTC),
          LOCAL.withNano(1_000).atOffset(ZoneOffset.ofHoursMinutes(-9, -30)),
          LOCAL.withYear(1).atOffset(ZoneOffset.MAX)
        }) {
      assertEquals(DateTime.of(made), DateTime.parse(DateTime.of(made).compact()));
    }
  }

  @Test
  void withoutAnOffsetTheInstantDependsOnTheZone() {
    DateTime dateTime = DateTime.of(LOCAL);

    assertEquals(Instant.parse("1998-07-17T14:08:55Z"), dateTime.toInstant(ZoneOffset.UTC));
    assertEquals(
        Instant.parse("1998-07-17T12:08:55Z"), dateTime.toInstant(ZoneId.of("Europe/Berlin")));
  }

  @Test
  void anOffsetOfItsOwnDecidesTheInstant() {
    assertEquals(
        Instant.parse("1998-07-17T14:08:55Z"),
        DateTime.parse("19980717T14:08:55Z").toInstant(ZoneId.of("Europe/Berlin")));
  }

  @Test
  void spellingDoesNotMatterToEquality() {
    DateTime one = DateTime.parse("19980717T14:08:55+02");
    DateTime other = DateTime.parse("1998-07-17T140855.000+02:00");

    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals(0, one.compareTo(other));
  }

  @Test
  void theOffsetMattersToEquality() {
    assertNotEquals(DateTime.of(LOCAL), DateTime.of(LOCAL.atOffset(ZoneOffset.UTC)));
    assertNotEquals(DateTime.parse("19980717T14:08:55+02"), DateTime.parse("19980717T12:08:55Z"));
    assertNotEquals(DateTime.of(LOCAL), DateTime.of(LOCAL.withNano(1)));
  }

  @Test
  void theOrderIsByTimeThenWithoutOffsetThenByOffset() {
    Stream<String> shuffled =
        Stream.of(
            "19980717T14:08:55Z",
            "19980717T14:08:56",
            "19980717T14:08:55",
            "19980717T14:08:55+0200",
            "19980717T14:08:54Z");

    assertEquals(
        "[19980717T14:08:54Z, 19980717T14:08:55, 19980717T14:08:55+0200,"
            + " 19980717T14:08:55Z, 19980717T14:08:56]",
        shuffled.map(DateTime::parse).sorted().toList().toString());
  }

  private static String refusal(String text) {
    return String.valueOf(
        assertThrows(DateTimeException.class, () -> DateTime.parse(text)).getMessage());
  }
}
