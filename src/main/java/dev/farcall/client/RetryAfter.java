package dev.farcall.client;

import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How long a server asks not to be called (RFC 9110, section 10.2.3). */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /**
   * What this reply asks for, a century at most; zero if that is nothing, in the past, or cannot be
   * read.
   */
  static Duration of(TransportException failure, Instant now) {
    String text =
        failure instanceof ProtocolError reply ? reply.header("Retry-After").orElse("") : "";
    if (text.isEmpty()) {
      return Duration.ZERO;
    } else if (SECONDS.matcher(text).matches()) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    Duration left = untilDate(text, now);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(Watch.LONGEST) < 0 ? left : Watch.LONGEST;
  }

  private static Duration untilDate(String text, Instant now) {
    try {
      return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
