package dev.farcall.testkit;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Plain values as one line of ASCII that tells types and values apart, for the {@code .expected}
 * files of the corpus.
 *
 * <pre>
 * 5  5L  5s  5b  5.0  5.0f  5.0m  5n       Integer Long Short Byte Double Float BigDecimal BigInteger
 * true  "text"  null                        Boolean String nil
 * date(19980717T14:08:55)  base64(QUI=)     DateTime Binary
 * [1, 2]  {"a": 1}                          List Struct
 * </pre>
 */
public final class Notation {

  private static final String PLAIN_NAME = "[A-Za-z0-9_.:/]+";

  private Notation() {}

  /** {@code call sample.add [1, 2]}; the name in quotes when it has other characters. */
  public static String of(MethodCall call) {
    String name = call.methodName();
    return "call " + (name.matches(PLAIN_NAME) ? name : quote(name)) + " " + of(call.params());
  }

  /** {@code value 5}, or {@code fault 4 "text"}. */
  public static String of(MethodResponse response) {
    if (response.fault().isPresent()) {
      Fault fault = response.fault().get();
      return "fault " + fault.code() + " " + quote(fault.faultString());
    }
    return "value " + of(response.value());
  }

  /** A plain value. */
  public static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return quote(text);
    } else if (value instanceof DateTime date) {
      return "date(" + date.compact() + ")";
    } else if (value instanceof Binary binary) {
      return "base64(" + Base64.getEncoder().encodeToString(binary.toByteArray()) + ")";
    } else if (value instanceof List<?> list) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      list.forEach(item -> items.add(of(item)));
      return items.toString();
    } else if (value instanceof Struct struct) {
      StringJoiner members = new StringJoiner(", ", "{", "}");
      for (Map.Entry<String, @Nullable Object> member : struct.entrySet()) {
        members.add(quote(member.getKey()) + ": " + of(member.getValue()));
      }
      return members.toString();
    }
    return scalar(value);
  }

  private static String scalar(@Nullable Object value) {
    if (value == null || value instanceof Integer || value instanceof Boolean) {
      return String.valueOf(value);
    } else if (value instanceof Double) {
      return value.toString();
    } else if (value instanceof Long) {
      return value + "L";
    } else if (value instanceof Short) {
      return value + "s";
    } else if (value instanceof Byte) {
      return value + "b";
    } else if (value instanceof Float) {
      return value + "f";
    } else if (value instanceof BigDecimal) {
      return value + "m";
    } else if (value instanceof BigInteger) {
      return value + "n";
    }
    throw new AssertionError("not a plain value: " + value.getClass().getName());
  }

  private static String quote(String text) {
    return '"' + ascii(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** The text with everything that is not printable ASCII as {@code \}{@code uXXXX}. */
  public static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else {
        out.append(String.format("\\u%04X", (int) c));
      }
    }
    return out.toString();
  }
}
