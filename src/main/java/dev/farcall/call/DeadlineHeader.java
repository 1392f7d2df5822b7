package dev.farcall.call;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP header by which a client tells a server how long it will wait for the answer: {@code
 * Farcall-Deadline: 2500}, in milliseconds from when the call is sent. It is a remainder and no
 * moment, since two machines have two clocks; gRPC's {@code grpc-timeout} is one for the same
 * reason.
 */
public final class DeadlineHeader {

  /** The name of the header. */
  public static final String NAME = "Farcall-Deadline";

  private static final int MOST_DIGITS = 12;
  private static final Duration LONGEST = Duration.ofMillis(999_999_999_999L);
  private static final Duration ALMOST_A_MILLISECOND = Duration.ofNanos(999_999);
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1," + MOST_DIGITS + "}");

  private DeadlineHeader() {}

  /**
   * The value of the header.
   *
   * @param remaining what is left, rounded up to a millisecond, since a wait of 0 is one that is
   *     over; what is negative is 0, what is above 31 years is the 12 digits that are the most
   */
  public static String text(Duration remaining) {
    if (remaining.isNegative()) {
      return "0";
    }
    if (remaining.compareTo(LONGEST) >= 0) {
      return Long.toString(LONGEST.toMillis());
    }
    return Long.toString(remaining.plus(ALMOST_A_MILLISECOND).toMillis());
  }

  /**
   * What is left, by the value of the header.
   *
   * @param value 1 to 12 digits, with or without blanks around; null for no header
   * @return empty if there is no header, or if the value is anything else
   */
  public static Optional<Duration> read(@Nullable String value) {
    return Optional.ofNullable(value)
        .map(String::strip)
        .filter(text -> DIGITS.matcher(text).matches())
        .map(Long::parseLong)
        .map(Duration::ofMillis);
  }
}
