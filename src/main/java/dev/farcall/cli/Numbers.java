package dev.farcall.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers as they are typed, none of which loses a digit unnoticed. */
final class Numbers {

  private static final Pattern JSON =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** No number of 64 bit is longer; conversion of long ones takes time. */
  private static final int LONGEST_WHOLE = 40;

  private Numbers() {}

  /** Whether it is written as JSON has numbers: without a plus and leading zeros. */
  static boolean isNumber(String text) {
    return JSON.matcher(text).matches();
  }

  /**
   * An {@code Integer}, a {@code Long} or a {@code Double}, whichever takes what is written.
   *
   * @throws IllegalArgumentException if none does
   */
  static Number read(String text) {
    if (WHOLE.matcher(text).matches()) {
      long number = i8(text);
      if (number == (int) number) {
        return (int) number;
      }
      return number;
    }
    double number = decimal(text);
    if (new BigDecimal(text).compareTo(new BigDecimal(Double.toString(number))) != 0) {
      throw new IllegalArgumentException(
          "no double has the digits of " + text + "; write d:" + number + " or s:" + text);
    }
    return number;
  }

  /**
   * A number of 32 bit.
   *
   * @throws IllegalArgumentException if it is none
   */
  static int i4(String text) {
    long number = i8(text);
    if (number != (int) number) {
      throw new IllegalArgumentException(text + " does not fit 32 bit; write l:" + text);
    }
    return (int) number;
  }

  /**
   * A number of 64 bit.
   *
   * @throws IllegalArgumentException if it is none
   */
  static long i8(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("expected a whole number, got \"" + text + "\"");
    }
    if (text.length() > LONGEST_WHOLE || new BigInteger(text).bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException(text + " does not fit 64 bit; write s:" + text);
    }
    return Long.parseLong(text);
  }

  /**
   * The double that is nearest.
   *
   * @throws IllegalArgumentException if it is no decimal number, or one beyond all doubles
   */
  static double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("expected a number, got \"" + text + "\"");
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException(text + " is larger than any double");
    }
    return number;
  }
}
