package dev.farcall.mapping;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.MappingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Words for plain values in messages. What a peer sent is escaped and cut, since messages go into
 * logs and faults.
 */
final class Values {
  private static final int LONGEST_TEXT = 40;
  private static final int LONGEST_WORDS = 256;

  // The decimal text of a large number costs the square of its length.
  private static final int MOST_BITS = 128;

  private Values() {}

  /** {@code string "12a"}, {@code int 5}, {@code struct}; long text is cut. */
  static String describe(@Nullable Object value) {
    ValueType type = ValueType.of(value);
    return switch (type) {
      case NIL, STRUCT, ARRAY, ANY -> type.wireName();
      default -> type.wireName() + " " + content(value);
    };
  }

  /** {@code expected int, got string "12a"}. */
  static MappingException mismatch(ValueType expected, @Nullable Object value) {
    return mismatch(word(expected), value);
  }

  /** {@code expected a UUID, got string "12a"}. */
  static MappingException mismatch(String expected, @Nullable Object value) {
    return new MappingException("expected " + expected + ", got " + describe(value));
  }

  /** What is expected, in a message. */
  static String word(ValueType type) {
    return type == ValueType.ANY ? "a value" : type.wireName();
  }

  /** A member's name as a segment of a path: itself, or {@code ["a b"]} if it needs quotes. */
  static String segment(String name) {
    boolean plain = !name.isEmpty() && name.length() <= LONGEST_TEXT;
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
    return plain ? name : "[" + quote(name) + "]";
  }

  /** The text in quotes, escaped and cut. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST_TEXT) + 8).append('"');
    int[] points = text.codePoints().limit(LONGEST_TEXT + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, LONGEST_TEXT); i++) {
      appendEscaped(out, points[i]);
    }
    return out.append(points.length > LONGEST_TEXT ? "...\"" : "\"").toString();
  }

  /** Words of the application, on one line and cut. */
  static String words(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST_WORDS) + 8);
    int[] points = text.codePoints().limit(LONGEST_WORDS + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, LONGEST_WORDS); i++) {
      appendPrintable(out, points[i]);
    }
    return out.append(points.length > LONGEST_WORDS ? "..." : "").toString();
  }

  private static String content(@Nullable Object value) {
    if (value instanceof String text) {
      return quote(text);
    } else if (value instanceof Binary bytes) {
      return bytes.isRepeatable() ? length(bytes.size()) : "of a stream";
    } else if (value instanceof DateTime dateTime) {
      return dateTime.compact();
    } else if (value instanceof BigInteger number) {
      return number(number, number.bitLength());
    } else if (value instanceof BigDecimal number) {
      return number(number, number.unscaledValue().bitLength());
    }
    return String.valueOf(value);
  }

  private static String length(long bytes) {
    return "of " + bytes + (bytes == 1 ? " byte" : " bytes");
  }

  private static String number(Number number, int bits) {
    return bits > MOST_BITS ? "of " + bits + " bits" : number.toString();
  }

  private static void appendEscaped(StringBuilder out, int point) {
    if (point == '"' || point == '\\') {
      out.append('\\');
    }
    appendPrintable(out, point);
  }

  private static void appendPrintable(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isHarmless(point)) {
          out.appendCodePoint(point);
        } else {
          out.append(String.format(point > 0xFFFF ? "\\U%08x" : "\\u%04x", point));
        }
      }
    }
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
