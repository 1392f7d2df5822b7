package dev.farcall;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * XML-RPC's {@code dateTime.iso8601}: a date and a time of day, usually without a zone. "Don't
 * assume a timezone" says the specification, so neither does this class; what has no zone becomes
 * an {@link Instant} only with a zone that somebody chose.
 *
 * <p>It keeps the text it was read from. Two are equal when they name the same date, time and
 * offset, however they were spelled. Immutable.
 */
public final class DateTime implements Comparable<DateTime> {

  private final String text;
  private final LocalDateTime local;
  private final @Nullable ZoneOffset offset;

  DateTime(@Nullable String text, LocalDateTime local, @Nullable ZoneOffset offset) {
    this.local = local;
    this.offset = offset;
    this.text = text == null ? DateTimeText.compact(local, offset) : text;
  }

  /**
   * This date and time, without a zone.
   *
   * @throws DateTimeException if the year is not of four digits, 1 to 9999
   */
  public static DateTime of(LocalDateTime local) {
    return new DateTime(null, inRange(local), null);
  }

  /**
   * This date and time with its offset from UTC.
   *
   * @throws DateTimeException if the year is not of four digits, 1 to 9999, or the offset has
   *     seconds, as some had before 1972
   */
  public static DateTime of(OffsetDateTime dateTime) {
    ZoneOffset offset = dateTime.getOffset();
    if (offset.getTotalSeconds() % 60 != 0) {
      throw new DateTimeException(
          "offset " + offset + " cannot travel: ISO 8601 has offsets of whole minutes");
    }
    return new DateTime(null, inRange(dateTime.toLocalDateTime()), offset);
  }

  /**
   * Reads the forms that peers send: {@code 19980717T14:08:55} with or without dashes and colons,
   * then optionally a fraction of one to nine digits behind a point or comma, then optionally
   * {@code Z}, {@code +02}, {@code +0200} or {@code +02:00}.
   *
   * @throws DateTimeException if the text is of another form or names no real date
   */
  public static DateTime parse(String text) {
    return DateTimeText.parse(text, false);
  }

  /**
   * The same, and {@code 24:00:00}, which is midnight of the day after, and second 60, which
   * becomes second 59.
   *
   * @throws DateTimeException if the text is of another form or names no real date
   */
  public static DateTime parseLenient(String text) {
    return DateTimeText.parse(text, true);
  }

  /** The text it was read from, or the compact form when it was made from a date and time. */
  public String text() {
    return text;
  }

  /**
   * The text as it is written to the wire: {@code 19980717T14:08:55}, followed by the fraction and
   * the offset if there are any.
   */
  public String compact() {
    return DateTimeText.compact(local, offset);
  }

  /** The date and time as they stand, whatever the offset. */
  public LocalDateTime toLocalDateTime() {
    return local;
  }

  /** The offset from UTC that stood behind the time, if one did. */
  public Optional<ZoneOffset> offset() {
    return Optional.ofNullable(offset);
  }

  /**
   * The instant this names.
   *
   * @param zone where the time is meant if it has no offset of its own
   */
  public Instant toInstant(ZoneId zone) {
    return offset != null ? local.toInstant(offset) : local.atZone(zone).toInstant();
  }

  /** By date and time, then those without an offset first, then by offset. */
  @Override
  public int compareTo(DateTime that) {
    int byTime = local.compareTo(that.local);
    if (byTime != 0 || Objects.equals(offset, that.offset)) {
      return byTime;
    }
    if (offset == null || that.offset == null) {
      return offset == null ? -1 : 1;
    }
    return offset.compareTo(that.offset);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateTime that
        && local.equals(that.local)
        && Objects.equals(offset, that.offset);
  }

  @Override
  public int hashCode() {
    return 31 * local.hashCode() + Objects.hashCode(offset);
  }

  /** The same as {@link #text()}. */
  @Override
  public String toString() {
    return text;
  }

  private static LocalDateTime inRange(LocalDateTime local) {
    if (local.getYear() < 1 || local.getYear() > 9999) {
      throw new DateTimeException(
          "year " + local.getYear() + " cannot travel: XML-RPC has years of four digits");
    }
    return local;
  }
}
