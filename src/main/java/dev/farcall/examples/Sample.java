package dev.farcall.examples;

import dev.farcall.FaultException;
import dev.farcall.XmlRpcMember;
import dev.farcall.XmlRpcMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A little of everything a handler can take and give. Safe for use by many threads. */
@SuppressWarnings("MemberName") // the names are those that callers in Python expect
public final class Sample {

  private static final int DIVISION_BY_ZERO = 4;
  private static final int NOT_A_POWER = 5;

  /** For the servlet, which makes one. */
  public Sample() {}

  /**
   * Raises a number to a power.
   *
   * @param base any int
   * @param exponent not negative
   * @return base to the power of exponent, an i8 when it does not fit an int
   */
  @XmlRpcMethod(idempotent = true)
  public long get_power(int base, int exponent) {
    if (exponent < 0) {
      throw new FaultException(NOT_A_POWER, "the exponent must not be negative");
    }
    try {
      // No base but 0, 1 and -1 fits 64 bit beyond this exponent; those stay as they are.
      int enough = exponent <= 64 ? exponent : 64 + exponent % 2;
      return BigInteger.valueOf(base).pow(enough).longValueExact();
    } catch (ArithmeticException e) {
      throw new FaultException(NOT_A_POWER, "the result does not fit 64 bit");
    }
  }

  /**
   * Tells the date and the time of day.
   *
   * @return the server's local time
   */
  @XmlRpcMethod(idempotent = true)
  public LocalDateTime today() {
    return LocalDateTime.now(ZoneId.systemDefault());
  }

  /**
   * Answers with what it was given.
   *
   * @param value of any type
   * @return the same value
   */
  @XmlRpcMethod(idempotent = true)
  public @Nullable Object echo(@Nullable Object value) {
    return value;
  }

  /**
   * Adds numbers.
   *
   * @param numbers as many as you like
   * @return their sum, which is 0 for none
   */
  @XmlRpcMethod(idempotent = true)
  public double add(double... numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  /**
   * Adds two whole numbers.
   *
   * @param a one number
   * @param b the other
   * @return their sum
   */
  @XmlRpcMethod(idempotent = true)
  public long add(int a, int b) {
    return (long) a + b;
  }

  /**
   * Divides two numbers; a fault with code 4 when the second is zero.
   *
   * @param dividend what is divided
   * @param divisor by what
   * @return the quotient
   */
  @XmlRpcMethod(idempotent = true)
  public double divide(double dividend, double divisor) {
    if (divisor == 0) {
      throw new FaultException(DIVISION_BY_ZERO, "division by zero");
    }
    return dividend / divisor;
  }

  /**
   * Counts the days from one date to another.
   *
   * @param from the first day, at midnight
   * @param to the last day, at midnight
   * @return how many midnights lie between, negative when the last day is before the first
   */
  @XmlRpcMethod(idempotent = true)
  public long days_between(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  /**
   * Computes the SHA-256 checksum of bytes.
   *
   * @param data any bytes
   * @return 64 hexadecimal digits
   */
  @XmlRpcMethod(idempotent = true)
  public String sha256(InputStream data) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      data.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Turns bytes around.
   *
   * @param data any bytes
   * @return the same bytes, the last one first
   */
  @XmlRpcMethod(idempotent = true)
  public byte[] reverse(byte[] data) {
    byte[] reversed = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      reversed[i] = data[data.length - 1 - i];
    }
    return reversed;
  }

  /**
   * Finds the oldest of some people.
   *
   * @param people each with a name, a birthday and perhaps an address
   * @return the one with the earliest birthday, nil for nobody
   */
  @XmlRpcMethod(idempotent = true)
  public Optional<Person> oldest(List<Person> people) {
    return people.stream().min(Comparator.comparing(Person::born));
  }

  /**
   * Answers with a fault.
   *
   * @param code of the fault
   * @param text of the fault
   */
  @XmlRpcMethod
  public void fail(int code, String text) {
    try {
      throw new FaultException(code, text);
    } catch (IllegalArgumentException e) {
      throw new FaultException(1, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Somebody.
   *
   * @param name as it is spoken
   * @param born the birthday, at midnight
   * @param email an address, if there is one
   * @param tags words about the person
   */
  public record Person(
      String name,
      LocalDate born,
      Optional<String> email,
      @XmlRpcMember(optional = true) @Nullable List<String> tags) {}
}
