package dev.farcall.fuzz;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grammar of scalars once more, as regular expressions in front of what the JDK has. */
final class NaiveScalars {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})T([0-9]{2})(:?)([0-9]{2})\\6([0-9]{2})"
              + "(?:[.,]([0-9]{1,9}))?(?:(Z)|([+-])([0-9]{2})(?::?([0-9]{2}))?)?");

  private NaiveScalars() {}

  /** The value of the text of an element with this name, without a prefix. */
  static @Nullable Object parse(String type, String text) throws NaiveException {
    if (type.equals("string")) {
      return text;
    }
    String trimmed = text.replaceAll("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$", "");
    try {
      return switch (type) {
        case "int", "i4" -> integer(trimmed, 12).intValueExact();
        case "i1" -> integer(trimmed, 12).byteValueExact();
        case "i2" -> integer(trimmed, 12).shortValueExact();
        case "i8" -> integer(trimmed, 21).longValueExact();
        case "biginteger" -> integer(trimmed, 1_000);
        case "boolean" -> bool(trimmed);
        case "double" -> finite(Double.parseDouble(decimal(trimmed, 1_100)));
        case "float" -> finite(Float.parseFloat(decimal(trimmed, 1_100)));
        case "bigdecimal" -> scaled(new BigDecimal(decimal(trimmed, 1_000)));
        case "dateTime.iso8601", "dateTime" -> dateTime(trimmed);
        case "base64" -> base64(text.replaceAll("[ \\t\\r\\n]+", ""));
        case "nil" -> nil(trimmed);
        default -> throw new NaiveException("no type " + type);
      };
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      throw new NaiveException("no " + type, e);
    }
  }

  private static BigInteger integer(String text, int longest) throws NaiveException {
    require(INTEGER.matcher(text).matches() && text.length() <= longest);
    return new BigInteger(text);
  }

  private static String decimal(String text, int longest) throws NaiveException {
    require(DECIMAL.matcher(text).matches() && text.length() <= longest);
    return text;
  }

  private static Double finite(double value) throws NaiveException {
    require(Double.isFinite(value));
    return value;
  }

  private static Float finite(float value) throws NaiveException {
    require(Float.isFinite(value));
    return value;
  }

  private static BigDecimal scaled(BigDecimal value) throws NaiveException {
    require(value.scale() <= 10_000 && value.scale() >= -10_000);
    require(value.toString().length() <= 1_000);
    return value;
  }

  private static Boolean bool(String text) throws NaiveException {
    require(text.equals("0") || text.equals("1"));
    return text.equals("1");
  }

  private static Binary base64(String text) throws NaiveException {
    require(BASE64.matcher(text).matches() && text.length() % 4 == 0);
    return Binary.wrap(Base64.getDecoder().decode(text));
  }

  private static @Nullable Object nil(String text) throws NaiveException {
    require(text.isEmpty());
    return null;
  }

  private static DateTime dateTime(String text) throws NaiveException {
    Matcher parts = DATE_TIME.matcher(text);
    require(parts.matches() && text.length() <= 40);
    LocalDateTime local =
        LocalDateTime.of(
            number(parts, 1),
            number(parts, 3),
            number(parts, 4),
            number(parts, 5),
            number(parts, 7),
            number(parts, 8),
            parts.group(9) == null
                ? 0
                : Integer.parseInt((parts.group(9) + "0".repeat(8)), 0, 9, 10));
    if (parts.group(10) != null) {
      return DateTime.of(OffsetDateTime.of(local, ZoneOffset.UTC));
    } else if (parts.group(11) == null) {
      return DateTime.of(local);
    }
    int minutes = 60 * number(parts, 12) + (parts.group(13) == null ? 0 : number(parts, 13));
    require(minutes % 60 == 0 || number(parts, 13) < 60);
    int sign = parts.group(11).equals("-") ? -1 : 1;
    return DateTime.of(OffsetDateTime.of(local, ZoneOffset.ofTotalSeconds(sign * minutes * 60)));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static void require(boolean holds) throws NaiveException {
    if (!holds) {
      throw new NaiveException("not of the grammar");
    }
  }
}
