package dev.farcall.mapping;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types a value has on the wire, with the names that {@code system.methodSignature} uses. */
public enum ValueType {
  /** 32 bit, signed. */
  INT("int"),
  /** 64 bit, signed; an extension most peers know. */
  I8("i8"),
  /** True or false. */
  BOOLEAN("boolean"),
  /** Double precision. */
  DOUBLE("double"),
  /** Text. */
  STRING("string"),
  /** A date and time. */
  DATE_TIME("dateTime.iso8601"),
  /** Bytes. */
  BASE64("base64"),
  /** Values in a row. */
  ARRAY("array"),
  /** Named values. */
  STRUCT("struct"),
  /** Nothing; an extension. */
  NIL("nil"),
  /** An integer of any size; Apache's extension. */
  BIG_INTEGER("biginteger"),
  /** A decimal of any size; Apache's extension. */
  BIG_DECIMAL("bigdecimal"),
  /** Any of these. */
  ANY("undefined");

  private final String wireName;

  ValueType(String wireName) {
    this.wireName = wireName;
  }

  /** The name in signatures and messages, as {@code dateTime.iso8601}. */
  public String wireName() {
    return wireName;
  }

  /** The type of a plain value. */
  public static ValueType of(@Nullable Object value) {
    if (value == null) {
      return NIL;
    } else if (value instanceof String) {
      return STRING;
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return INT;
    } else if (value instanceof Map) {
      return STRUCT;
    } else if (value instanceof List) {
      return ARRAY;
    } else if (value instanceof Boolean) {
      return BOOLEAN;
    } else if (value instanceof Double || value instanceof Float) {
      return DOUBLE;
    } else if (value instanceof DateTime) {
      return DATE_TIME;
    } else if (value instanceof Binary) {
      return BASE64;
    } else if (value instanceof Long) {
      return I8;
    } else if (value instanceof BigDecimal) {
      return BIG_DECIMAL;
    } else if (value instanceof BigInteger) {
      return BIG_INTEGER;
    }
    throw new IllegalArgumentException("not a plain value: " + value.getClass().getName());
  }

  /**
   * How well a plain value suits a parameter of this type, for choosing between overloads.
   *
   * @param value a plain value, null for nil
   * @return 2 if it is exactly of this type; 1 if it can become one without a loss (see {@link
   *     dev.farcall.mapping}), if it is nil, or if this is {@link #ANY}; 0 if it cannot
   * @throws IllegalArgumentException if it is not a plain value
   */
  public int fit(@Nullable Object value) {
    ValueType other = of(value);
    if (other == this) {
      return 2;
    }
    return value == null || this == ANY || widens(other, value) ? 1 : 0;
  }

  private boolean widens(ValueType from, Object value) {
    return switch (this) {
      case INT -> value instanceof Long number && number == number.intValue();
      case I8 -> from == INT;
      case DOUBLE, BIG_INTEGER -> from == INT || from == I8;
      case BIG_DECIMAL ->
          from == INT || from == I8 || from == BIG_INTEGER || (from == DOUBLE && isFinite(value));
      default -> false;
    };
  }

  private static boolean isFinite(Object number) {
    return Double.isFinite(((Number) number).doubleValue());
  }
}
