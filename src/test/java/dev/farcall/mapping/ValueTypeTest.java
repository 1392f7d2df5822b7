package dev.farcall.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ValueTypeTest {
  private static Set<ValueType> fitting(int fit, @Nullable Object value) {
    return Arrays.stream(ValueType.values())
        .filter(type -> type.fit(value) == fit)
        .collect(Collectors.toSet());
  }

  private static void assertExact(ValueType type, @Nullable Object value) {
    assertEquals(type, ValueType.of(value));
    assertEquals(Set.of(type), fitting(2, value));
  }

  @Test
  void valueIsExactlyOfItsOwnType() {
    assertExact(ValueType.INT, 1);
    assertExact(ValueType.INT, (byte) 1);
    assertExact(ValueType.INT, (short) 1);
    assertExact(ValueType.I8, 1L);
    assertExact(ValueType.BOOLEAN, true);
    assertExact(ValueType.DOUBLE, 1.5);
    assertExact(ValueType.DOUBLE, 1.5f);
    assertExact(ValueType.STRING, "a");
    assertExact(ValueType.DATE_TIME, DateTime.parse("20200102T12:30:00"));
    assertExact(ValueType.BASE64, Binary.of(new byte[0]));
    assertExact(ValueType.ARRAY, List.of());
    assertExact(ValueType.STRUCT, new Struct());
    assertExact(ValueType.BIG_INTEGER, BigInteger.ONE);
    assertExact(ValueType.BIG_DECIMAL, BigDecimal.ONE);
    assertExact(ValueType.NIL, null);
  }

  @Test
  void intWidens() {
    assertEquals(
        Set.of(
            ValueType.I8,
            ValueType.DOUBLE,
            ValueType.BIG_INTEGER,
            ValueType.BIG_DECIMAL,
            ValueType.ANY),
        fitting(1, 1));
  }

  @Test
  void longWidensAndMayBeAnInt() {
    assertEquals(
        Set.of(
            ValueType.INT,
            ValueType.DOUBLE,
            ValueType.BIG_INTEGER,
            ValueType.BIG_DECIMAL,
            ValueType.ANY),
        fitting(1, 1L));
    assertEquals(0, ValueType.INT.fit(1L << 31));
  }

  @Test
  void doubleWidensToADecimalIfItIsFinite() {
    assertEquals(Set.of(ValueType.BIG_DECIMAL, ValueType.ANY), fitting(1, 1.5));
    assertEquals(Set.of(ValueType.ANY), fitting(1, Double.NaN));
  }

  @Test
  void textWidensToNothing() {
    assertEquals(Set.of(ValueType.ANY), fitting(1, "1"));
  }

  @Test
  void nilFitsEverything() {
    assertEquals(ValueType.values().length - 1, fitting(1, null).size());
  }

  @Test
  void otherObjectsAreNoPlainValues() {
    assertEquals(
        "not a plain value: java.lang.Object",
        assertThrows(IllegalArgumentException.class, () -> ValueType.INT.fit(new Object()))
            .getMessage());
  }
}
