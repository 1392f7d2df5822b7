package dev.farcall.mapping;

import dev.farcall.DateTime;
import dev.farcall.MappingException;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times. What has no offset on the wire is a time in the mapper's zone where Java wants
 * an instant; what has one is converted to that zone where Java wants a local time.
 *
 * <p>They are written as local times in that zone, without an offset and without fractions of a
 * second, since widespread readers (Python's {@code use_datetime}) take neither; a {@link DateTime}
 * is written as it is. {@link LocalTime} and {@link Duration}, which XML-RPC does not have, are
 * text in the form of ISO 8601.
 */
@SuppressWarnings("JavaUtilDate") // Handlers that were written for other libraries use it.
final class TimeAdapters implements TypeAdapter.Factory {
  // About the years of four digits; the rest is out of reach of the calendar of some zone.
  private static final Instant EARLIEST = Instant.parse("-0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+10001-01-01T00:00:00Z");

  private final ZoneId zone;
  private final Map<Type, TypeAdapter<?>> adapters;

  TimeAdapters(ZoneId zone) {
    this.zone = zone;
    adapters =
        Map.ofEntries(
            Map.entry(
                DateTime.class,
                new LeafAdapter<>(
                    ValueType.DATE_TIME,
                    value -> value instanceof DateTime it ? it : null,
                    it -> it)),
            entry(LocalDateTime.class, this::local, it -> it),
            entry(LocalDate.class, this::date, LocalDate::atStartOfDay),
            entry(Instant.class, this::instant, this::local),
            entry(OffsetDateTime.class, this::offset, it -> local(it.toInstant())),
            entry(ZonedDateTime.class, this::zoned, it -> local(it.toInstant())),
            entry(Date.class, it -> Date.from(instant(it)), this::local),
            entry(Calendar.class, this::calendar, it -> local(it.toInstant())),
            entry(GregorianCalendar.class, this::calendar, it -> local(it.toInstant())),
            Map.entry(LocalTime.class, text("a time as 10:15:30", LocalTime::parse)),
            Map.entry(Duration.class, text("a duration as PT1H30M", Duration::parse)));
  }

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    return adapters.get(type);
  }

  private static <T> Map.Entry<Type, TypeAdapter<?>> entry(
      Class<T> type, Function<DateTime, T> read, Function<T, LocalDateTime> write) {
    return Map.entry(
        type,
        new LeafAdapter<T>(
            ValueType.DATE_TIME,
            value -> value instanceof DateTime it ? guarded(read, it) : null,
            it ->
                guarded(
                    java -> DateTime.of(write.apply(java).truncatedTo(ChronoUnit.SECONDS)), it)));
  }

  /** Dates beyond what the other side can hold. */
  private static <A, B> B guarded(Function<A, B> function, A argument) {
    try {
      return function.apply(argument);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MappingException("", String.valueOf(e.getMessage()), e);
    }
  }

  private static <T> TypeAdapter<T> text(String expected, Function<String, T> parse) {
    return TextAdapters.text(
        expected,
        text -> {
          try {
            return parse.apply(text);
          } catch (DateTimeException e) {
            return null;
          }
        });
  }

  private LocalDateTime local(DateTime dateTime) {
    return dateTime.offset().isEmpty() ? dateTime.toLocalDateTime() : local(instant(dateTime));
  }

  private LocalDateTime local(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new DateTimeException(instant + " cannot travel: XML-RPC has years of four digits");
    }
    return LocalDateTime.ofInstant(instant, zone);
  }

  // Not by toInstant(), which java.sql.Date refuses.
  private LocalDateTime local(Date date) {
    return local(Instant.ofEpochMilli(date.getTime()));
  }

  private LocalDate date(DateTime dateTime) {
    LocalDateTime local = local(dateTime);
    if (!local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw Values.mismatch("a date, with the time 00:00:00", dateTime);
    }
    return local.toLocalDate();
  }

  private Instant instant(DateTime dateTime) {
    return dateTime.toInstant(zone);
  }

  private ZonedDateTime zoned(DateTime dateTime) {
    Optional<ZoneOffset> offset = dateTime.offset();
    return dateTime.toLocalDateTime().atZone(offset.isPresent() ? offset.get() : zone);
  }

  private OffsetDateTime offset(DateTime dateTime) {
    return zoned(dateTime).toOffsetDateTime();
  }

  private GregorianCalendar calendar(DateTime dateTime) {
    return GregorianCalendar.from(zoned(dateTime));
  }
}
