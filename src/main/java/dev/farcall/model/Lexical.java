package dev.farcall.model;

import dev.farcall.DateTime;
import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;

/**
 * The grammar of every scalar, both ways: strict text to value, value to text.
 *
 * <p>It is written by hand because nothing ready is strict enough. JAXB reads 99999999999 as
 * 1215752191 and "1-2" as -12 without an error; {@code Integer.parseInt} takes Arabic digits,
 * {@code Double.parseDouble} takes {@code 0x1p3} and {@code 1d}. It also looks at the length before
 * it looks at the digits, since a million of them keep a processor busy for seconds.
 *
 * <p>Blanks of XML around a number are no part of it: Python and others send them. What does not
 * match throws a {@link WireException} with {@code -32602} that quotes the beginning of the text.
 */
public final class Lexical {

  /** How many characters a scalar of any type has at most, but for string and base64: 1,100. */
  public static final int LONGEST_SCALAR = 1_100;

  private static final int LONGEST_INT = 12;
  private static final int LONGEST_LONG = 21;
  // The decimal expansion of the smallest double has 1,075 digits, and some C clients write it out.
  private static final int LONGEST_DOUBLE = LONGEST_SCALAR;
  private static final int LONGEST_BIG_NUMBER = 1_000;
  private static final int LARGEST_SCALE = 10_000;
  private static final int LONGEST_QUOTE = 40;

  private Lexical() {}

  /** Reads {@code [+-]digits} of 32 bit, in at most 12 characters. */
  public static Integer toInt(CharSequence text) {
    CharSequence digits = trim(text);
    long value = integer(digits, LONGEST_INT, "an int");
    if (value != (int) value) {
      throw mismatch("an int between -2147483648 and 2147483647", digits);
    }
    return (int) value;
  }

  /** Reads {@code [+-]digits} of 64 bit, in at most 21 characters. */
  public static Long toLong(CharSequence text) {
    return integer(trim(text), LONGEST_LONG, "an i8");
  }

  /** Reads {@code [+-]digits} of 16 bit. */
  public static Short toShort(CharSequence text) {
    CharSequence digits = trim(text);
    long value = integer(digits, LONGEST_INT, "an i2");
    if (value != (short) value) {
      throw mismatch("an i2 between -32768 and 32767", digits);
    }
    return (short) value;
  }

  /** Reads {@code [+-]digits} of 8 bit. */
  public static Byte toByte(CharSequence text) {
    CharSequence digits = trim(text);
    long value = integer(digits, LONGEST_INT, "an i1");
    if (value != (byte) value) {
      throw mismatch("an i1 between -128 and 127", digits);
    }
    return (byte) value;
  }

  /** Reads exactly {@code 0} or {@code 1}. */
  public static Boolean toBoolean(CharSequence text) {
    CharSequence digit = trim(text);
    if (digit.length() == 1) {
      if (digit.charAt(0) == '1') {
        return Boolean.TRUE;
      } else if (digit.charAt(0) == '0') {
        return Boolean.FALSE;
      }
    }
    throw mismatch("0 or 1 for a boolean", digit);
  }

  /**
   * Reads a decimal number with an optional point and an optional exponent, in at most 1,100
   * characters. The specification has no exponent, but Python and Java's old clients send one.
   */
  public static Double toDouble(CharSequence text) {
    CharSequence number = decimal(trim(text), LONGEST_DOUBLE, "a double");
    double value = Double.parseDouble(number.toString());
    if (Double.isInfinite(value)) {
      throw mismatch("a double of 64 bit", number);
    }
    return value;
  }

  /** Reads the same as {@link #toDouble} of 32 bit. */
  public static Float toFloat(CharSequence text) {
    CharSequence number = decimal(trim(text), LONGEST_DOUBLE, "a float");
    float value = Float.parseFloat(number.toString());
    if (Float.isInfinite(value)) {
      throw mismatch("a float of 32 bit", number);
    }
    return value;
  }

  /**
   * Reads the same as {@link #toDouble}, exactly, in at most 1,000 characters. It must have no more
   * once it is written either, or the peer that sent it could not read its echo.
   */
  public static BigDecimal toBigDecimal(CharSequence text) {
    CharSequence number = decimal(trim(text), LONGEST_BIG_NUMBER, "a bigdecimal");
    try {
      BigDecimal value = new BigDecimal(number.toString());
      if (writtenLength(value) > LONGEST_BIG_NUMBER) {
        throw mismatch("a bigdecimal of " + LONGEST_BIG_NUMBER + " characters as written", number);
      } else if (Math.abs((long) value.scale()) <= LARGEST_SCALE) {
        return value;
      }
    } catch (NumberFormatException e) {
      // An exponent beyond 32 bit; it is beyond the scale as well.
    }
    throw mismatch("a bigdecimal with a scale within " + LARGEST_SCALE, number);
  }

  /** How long {@link BigDecimal#toString} is, which takes longer than to read a number. */
  static long writtenLength(BigDecimal value) {
    long digits = value.precision();
    long scale = value.scale();
    long exponent = digits - 1 - scale;
    long sign = value.signum() < 0 ? 1 : 0;
    if (scale == 0) {
      return sign + digits;
    } else if (scale > 0 && exponent >= -6) {
      return sign + 1 + Math.max(digits, scale + 1);
    }
    long point = digits > 1 ? 1 : 0;
    return sign + digits + point + 2 + Long.toString(Math.abs(exponent)).length();
  }

  /** Reads {@code [+-]digits} of any size, in at most 1,000 characters. */
  public static BigInteger toBigInteger(CharSequence text) {
    CharSequence digits = trim(text);
    int start = signLength(digits);
    if (digits.length() > LONGEST_BIG_NUMBER
        || start == digits.length()
        || digitsEnd(digits, start) < digits.length()) {
      throw mismatch("a biginteger", digits);
    }
    return new BigInteger(digits.toString());
  }

  /** Reads the forms of {@link DateTime#parse}. */
  public static DateTime toDateTime(CharSequence text) {
    CharSequence trimmed = trim(text);
    try {
      return DateTime.parse(trimmed.toString());
    } catch (DateTimeException e) {
      throw mismatch("a dateTime.iso8601", trimmed);
    }
  }

  /**
   * Writes a double as a plain decimal, never with an exponent, since the specification has none.
   * It reads back as the same double, bit for bit.
   *
   * @param value finite
   */
  public static String toText(double value) {
    return plain(Double.toString(value));
  }

  /**
   * Writes a float likewise.
   *
   * @param value finite
   */
  public static String toText(float value) {
    return plain(Float.toString(value));
  }

  private static String plain(String text) {
    if (text.indexOf('E') < 0) {
      return text;
    }
    String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
    // The specification wants a point in every double.
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** The text without XML's blanks around it. */
  public static CharSequence trim(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.subSequence(start, end);
  }

  /** Whether XML counts this as a blank: space, tab, line feed, carriage return. */
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Whether all of the text is blank. */
  public static boolean isBlank(CharSequence text) {
    return trim(text).length() == 0;
  }

  /**
   * The position of the first character that XML 1.0 cannot hold: a control character other than
   * tab, line feed and carriage return, half of a surrogate pair, U+FFFE or U+FFFF; -1 if there is
   * none.
   */
  public static int illegalCharacter(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        if (!isBlank(c)) {
          return i;
        }
      } else if (c >= Character.MIN_SURROGATE) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else if (Character.isSurrogate(c) || c >= '\uFFFE') {
          return i;
        }
      }
    }
    return -1;
  }

  /** The text in quotes for a message: cut after 40 characters, with nothing unprintable in it. */
  public static String quote(CharSequence text) {
    int length = Math.min(text.length(), LONGEST_QUOTE);
    StringBuilder quoted = new StringBuilder(length + 5).append('"');
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        quoted.append(c);
      } else if (Character.isLetterOrDigit(c)) {
        quoted.append(c);
      } else {
        quoted.append(String.format("\\u%04X", (int) c));
      }
    }
    return quoted.append(text.length() > length ? "...\"" : "\"").toString();
  }

  private static long integer(CharSequence digits, int longest, String what) {
    int start = signLength(digits);
    int length = digits.length();
    if (start == length || length > longest) {
      throw mismatch(what, digits);
    }
    // Summed up below zero, where there is room for one number more.
    long value = 0;
    for (int i = start; i < length; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value < Long.MIN_VALUE / 10) {
        throw mismatch(what, digits);
      }
      value = value * 10 - digit;
      if (value > 0) {
        throw mismatch(what, digits);
      }
    }
    if (digits.charAt(0) != '-') {
      if (value == Long.MIN_VALUE) {
        throw mismatch(what, digits);
      }
      value = -value;
    }
    return value;
  }

  private static CharSequence decimal(CharSequence text, int longest, String what) {
    if (text.length() > longest || !isDecimal(text)) {
      throw mismatch(what, text);
    }
    return text;
  }

  private static boolean isDecimal(CharSequence text) {
    int start = signLength(text);
    int end = digitsEnd(text, start);
    int digits = end - start;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = end + 1;
      end = digitsEnd(text, fraction);
      digits += end - fraction;
    }
    if (digits > 0 && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = end + 1;
      if (exponent < text.length() && isSign(text.charAt(exponent))) {
        exponent++;
      }
      end = digitsEnd(text, exponent);
      digits = end - exponent;
    }
    return digits > 0 && end == text.length();
  }

  private static int signLength(CharSequence text) {
    return text.length() > 0 && isSign(text.charAt(0)) ? 1 : 0;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  private static int digitsEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static WireException mismatch(String expected, CharSequence found) {
    return new WireException(
        FaultCode.INVALID_PARAMS, "expected " + expected + ", got " + quote(found));
  }
}
