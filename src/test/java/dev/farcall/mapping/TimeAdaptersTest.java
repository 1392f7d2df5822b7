package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.farcall.DateTime;
import java.lang.reflect.Type;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mapper's zone is Berlin here, one hour east of UTC in winter. */
@NullUnmarked
@SuppressWarnings("JavaUtilDate")
final class TimeAdaptersTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ValueMapper MAPPER = ValueMapper.builder().zone(BERLIN).build();
  private static final DateTime LOCAL = DateTime.parse("20200102T12:30:00");
  private static final DateTime OFFSET = DateTime.parse("20200102T12:30:00+0500");
  private static final Instant NOON_THIRTY_IN_BERLIN = Instant.parse("2020-01-02T11:30:00Z");
  private static final Instant NOON_THIRTY_AT_OFFSET = Instant.parse("2020-01-02T07:30:00Z");

  private static Object read(Type type, @Nullable Object value) {
    return MAPPER.adapter(type).fromValue(value);
  }

  private static String write(Type type, Object java) {
    return ((DateTime) MAPPER.anyAdapter(type).toValue(java, MAPPER.nesting())).compact();
  }

  @Test
  void localDateTimeIsReadAsItStands() {
    assertEquals(LocalDateTime.parse("2020-01-02T12:30"), read(LocalDateTime.class, LOCAL));
    assertEquals(
        LocalDateTime.parse("2020-01-02T12:30:00.123456789"),
        read(LocalDateTime.class, DateTime.parse("20200102T12:30:00.123456789")));
  }

  @Test
  void localDateTimeIsConvertedWhenThereIsAnOffset() {
    assertEquals(LocalDateTime.parse("2020-01-02T08:30"), read(LocalDateTime.class, OFFSET));
  }

  @Test
  void instantIsMeantInTheZoneOfTheMapper() {
    assertEquals(NOON_THIRTY_IN_BERLIN, read(Instant.class, LOCAL));
    assertEquals(Instant.parse("2020-01-02T12:30:00Z"), Trip.read(Instant.class, LOCAL));
  }

  @Test
  void instantHonoursAnOffset() {
    assertEquals(NOON_THIRTY_AT_OFFSET, read(Instant.class, OFFSET));
  }

  @Test
  void zonedTypesKeepTheOffsetOrGetTheZone() {
    assertEquals(
        OffsetDateTime.parse("2020-01-02T12:30+05:00"), read(OffsetDateTime.class, OFFSET));
    assertEquals(OffsetDateTime.parse("2020-01-02T12:30+01:00"), read(OffsetDateTime.class, LOCAL));
    assertEquals(ZonedDateTime.parse("2020-01-02T12:30+05:00"), read(ZonedDateTime.class, OFFSET));
    assertEquals(
        LocalDateTime.parse("2020-01-02T12:30").atZone(BERLIN), read(ZonedDateTime.class, LOCAL));
  }

  @Test
  void oldDatesAreInstants() {
    assertEquals(Date.from(NOON_THIRTY_IN_BERLIN), read(Date.class, LOCAL));
    assertEquals(Date.from(NOON_THIRTY_AT_OFFSET), read(Date.class, OFFSET));
    assertEquals(NOON_THIRTY_IN_BERLIN, ((Calendar) read(Calendar.class, LOCAL)).toInstant());
    assertEquals(
        BERLIN,
        ((GregorianCalendar) read(GregorianCalendar.class, LOCAL)).toZonedDateTime().getZone());
  }

  @Test
  void oldDatesLoseWhatIsFinerThanAMillisecond() {
    assertEquals(
        new Date(1_577_964_600_123L),
        Trip.read(Date.class, DateTime.parse("20200102T11:30:00.1239")));
  }

  @Test
  void localDateWantsMidnight() {
    assertEquals(
        LocalDate.of(2020, 1, 2), read(LocalDate.class, DateTime.parse("20200102T00:00:00")));
    assertEquals(
        "expected a date, with the time 00:00:00, got dateTime.iso8601 20200102T12:30:00",
        refusal(LocalDate.class, LOCAL));
  }

  @Test
  void localDateWantsMidnightInTheZoneOfTheMapper() {
    DateTime midnight = DateTime.parse("20200101T23:00:00Z");
    assertEquals(LocalDate.of(2020, 1, 2), read(LocalDate.class, midnight));
    assertEquals(
        "expected a date, with the time 00:00:00, got dateTime.iso8601 20200101T23:00:00Z",
        refusal(LocalDate.class, midnight));
  }

  @Test
  void otherValuesAreRefused() {
    assertEquals(
        "expected dateTime.iso8601, got string \"20200102T12:30:00\"",
        refusal(Instant.class, "20200102T12:30:00"));
    assertEquals("expected dateTime.iso8601, got int 0", refusal(Date.class, 0));
  }

  @Test
  void nilIsNull() {
    assertNull(read(LocalDateTime.class, null));
    assertNull(read(Instant.class, null));
  }

  @Test
  void localTypesAreWrittenWithoutAnOffset() {
    assertEquals(
        "20200102T12:30:00", write(LocalDateTime.class, LocalDateTime.parse("2020-01-02T12:30")));
    assertEquals("20200102T00:00:00", write(LocalDate.class, LocalDate.of(2020, 1, 2)));
  }

  @Test
  void instantsAreWrittenInTheZoneOfTheMapper() {
    assertEquals("20200102T12:30:00", write(Instant.class, NOON_THIRTY_IN_BERLIN));
    assertEquals(
        "20200102T12:30:00",
        write(OffsetDateTime.class, OffsetDateTime.parse("2020-01-02T11:30Z")));
    assertEquals(
        "20200102T12:30:00", write(ZonedDateTime.class, ZonedDateTime.parse("2020-01-02T11:30Z")));
    assertEquals("20200102T12:30:00", write(Date.class, Date.from(NOON_THIRTY_IN_BERLIN)));
    assertEquals(
        "20200102T12:30:00",
        write(Calendar.class, GregorianCalendar.from(NOON_THIRTY_IN_BERLIN.atZone(BERLIN))));
  }

  @Test
  void fractionsAreCutOff() {
    assertEquals(
        "20200102T12:30:59",
        write(LocalDateTime.class, LocalDateTime.parse("2020-01-02T12:30:59.999")));
    assertEquals("19700101T00:59:59", write(Instant.class, Instant.ofEpochMilli(-1)));
  }

  @Test
  void dateTimeTravelsAsItIs() {
    DateTime exact = DateTime.parse("2020-01-02T12:30:00.5+05:00");
    assertSame(exact, read(DateTime.class, exact));
    assertSame(exact, MAPPER.toValue(exact));
  }

  @Test
  void subclassesOfDateAreDates() {
    assertEquals(
        DateTime.parse("20200102T12:30:00"), MAPPER.toValue(Timestamp.from(NOON_THIRTY_IN_BERLIN)));
    assertEquals(DateTime.parse("19700101T01:00:00"), MAPPER.toValue(new java.sql.Date(0)));
  }

  @Test
  void yearsOfMoreDigitsAreRefused() {
    assertEquals(
        "year 10000 cannot travel: XML-RPC has years of four digits",
        Trip.writeRefusal(LocalDate.of(10000, 1, 1)));
  }

  @Test
  void instantBeyondAllCalendarsIsRefused() {
    assertEquals(
        "+1000000000-12-31T23:59:59.999999999Z cannot travel:"
            + " XML-RPC has years of four digits",
        Trip.writeRefusal(Instant.MAX));
  }

  @Test
  void timesAndDurationsAreText() {
    assertEquals(LocalTime.of(10, 15), Trip.read(LocalTime.class, "10:15"));
    assertEquals("10:15", Trip.write(LocalTime.class, LocalTime.of(10, 15)));
    assertEquals(Duration.ofMinutes(90), Trip.read(Duration.class, "PT1H30M"));
    assertEquals("PT1H30M", Trip.write(Duration.class, Duration.ofMinutes(90)));
  }

  @Test
  void otherTextIsNoTime() {
    assertEquals(
        "expected a time as 10:15:30, got string \"noon\"", refusal(LocalTime.class, "noon"));
    assertEquals(
        "expected a duration as PT1H30M, got string \"90\"", refusal(Duration.class, "90"));
  }
}
