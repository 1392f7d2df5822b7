package dev.farcall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of {@link DateTime}, both ways. Written by hand since the formatters of java.time
 * accept more than one place may see (other digits than ASCII, a sign before the year) and make an
 * exception with a stack trace of many frames for each try.
 */
final class DateTimeText {

  // The longest form with nine digits of fraction has 35 characters.
  private static final int LONGEST = 40;

  private final String text;
  private final boolean lenient;
  private int at;

  private DateTimeText(String text, boolean lenient) {
    this.text = text;
    this.lenient = lenient;
  }

  static DateTime parse(String text, boolean lenient) {
    if (text.length() > LONGEST) {
      throw new DateTimeException("expected a date and time, got " + text.length() + " characters");
    }
    return new DateTimeText(text, lenient).parse();
  }

  static String compact(LocalDateTime local, @Nullable ZoneOffset offset) {
    StringBuilder out = new StringBuilder(32);
    digits(out, local.getYear(), 4);
    digits(out, local.getMonthValue(), 2);
    digits(out, local.getDayOfMonth(), 2);
    digits(out.append('T'), local.getHour(), 2);
    digits(out.append(':'), local.getMinute(), 2);
    digits(out.append(':'), local.getSecond(), 2);
    int nano = local.get(ChronoField.NANO_OF_SECOND);
    if (nano != 0) {
      digits(out.append('.'), nano, 9);
      while (out.charAt(out.length() - 1) == '0') {
        out.setLength(out.length() - 1);
      }
    }
    if (offset != null) {
      appendOffset(out, offset);
    }
    return out.toString();
  }

  private static void appendOffset(StringBuilder out, ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    if (seconds == 0) {
      out.append('Z');
      return;
    }
    int minutes = Math.abs(seconds) / 60;
    digits(out.append(seconds < 0 ? '-' : '+'), minutes / 60, 2);
    digits(out, minutes % 60, 2);
  }

  private static void digits(StringBuilder out, int number, int width) {
    int divisor = 1;
    for (int i = 1; i < width; i++) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      out.append((char) ('0' + number / divisor % 10));
    }
  }

  private DateTime parse() {
    int year = number(4);
    boolean dashed = skip('-');
    int month = number(2);
    if (dashed) {
      expect('-');
    }
    int day = number(2);
    expect('T');
    int hour = number(2);
    boolean colons = skip(':');
    int minute = number(2);
    if (colons) {
      expect(':');
    }
    int second = number(2);
    int nano = skip('.') || skip(',') ? fraction() : 0;
    ZoneOffset offset = at < text.length() ? offset() : null;
    if (at < text.length()) {
      throw unexpected();
    }
    return new DateTime(text, dateTime(year, month, day, hour, minute, second, nano), offset);
  }

  private LocalDateTime dateTime(
      int year, int month, int day, int hour, int minute, int second, int nano) {
    if (year == 0) {
      throw invalid("there is no year 0000");
    }
    try {
      LocalDate date = LocalDate.of(year, month, day);
      boolean endOfDay = lenient && hour == 24 && minute == 0 && second == 0 && nano == 0;
      if (endOfDay && !date.equals(LocalDate.of(9999, 12, 31))) {
        return date.plusDays(1).atStartOfDay();
      }
      int clamped = lenient && second == 60 ? 59 : second;
      return date.atTime(LocalTime.of(hour, minute, clamped, nano));
    } catch (DateTimeException e) {
      throw invalid(e.getMessage());
    }
  }

  private int number(int width) {
    int number = 0;
    for (int i = 0; i < width; i++) {
      number = number * 10 + digit();
    }
    return number;
  }

  private int digit() {
    char c = at < text.length() ? text.charAt(at) : 0;
    if (c < '0' || c > '9') {
      throw unexpected();
    }
    at++;
    return c - '0';
  }

  private int fraction() {
    int nano = 0;
    int scale = 1_000_000_000;
    do {
      if (scale == 1) {
        throw unexpected();
      }
      nano = nano * 10 + digit();
      scale /= 10;
    } while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9');
    return nano * scale;
  }

  private ZoneOffset offset() {
    if (skip('Z')) {
      return ZoneOffset.UTC;
    }
    int sign = skip('-') ? -1 : 1;
    if (sign > 0) {
      expect('+');
    }
    int hours = number(2);
    int minutes = 0;
    if (at < text.length()) {
      skip(':');
      minutes = number(2);
    }
    try {
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    } catch (DateTimeException e) {
      throw invalid(e.getMessage());
    }
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw unexpected();
    }
  }

  private DateTimeException unexpected() {
    return new DateTimeException("expected a date and time as 19980717T14:08:55, got " + quoted());
  }

  private DateTimeException invalid(@Nullable String why) {
    return new DateTimeException("expected a date and time, got " + quoted() + ": " + why);
  }

  private String quoted() {
    return "\"" + text + "\"";
  }
}
