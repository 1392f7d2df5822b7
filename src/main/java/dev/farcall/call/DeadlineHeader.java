package dev.farcall.call;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header by which a client tells how long it will wait: {@code Farcall-Deadline: 1500} for a
 * second and a half. It is what is left and not a time of day, since clocks differ; gRPC does the
 * same with {@code grpc-timeout}.
 */
public final class DeadlineHeader {

  /** The name of the header. */
  public static final String NAME = "Farcall-Deadline";

  private static final String MILLISECONDS = "[0-9]{1,12}";

  private DeadlineHeader() {}

  /** The value for what is left: whole milliseconds, rounded up; 0 when nothing is. */
  public static String text(Duration remaining) {
    if (remaining.isNegative()) {
      return "0";
    }
    return String.valueOf(remaining.plusNanos(999_999).toMillis());
  }

  /**
   * What is left, by the value of the header.
   *
   * @return empty if there is no header, or one that is not 1 to 12 decimal digits
   */
  public static Optional<Duration> read(@Nullable String value) {
    String digits = value == null ? "" : value.strip();
    return digits.matches(MILLISECONDS)
        ? Optional.of(Duration.ofMillis(Long.parseLong(digits)))
        : Optional.empty();
  }
}
