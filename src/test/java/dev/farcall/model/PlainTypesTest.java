package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PlainTypesTest {

  @Test
  void anIntegerOfAnyTypeIsAnIntIfItFits() {
    for (Number five : new Number[] {5, 5L, (short) 5, (byte) 5, BigInteger.valueOf(5)}) {
      assertEquals(5, PlainTypes.reduce(five));
    }
    assertEquals(Integer.MIN_VALUE, PlainTypes.reduce((long) Integer.MIN_VALUE));
    assertEquals(Integer.MAX_VALUE, PlainTypes.reduce((long) Integer.MAX_VALUE));
  }

  @Test
  void aLargerOneIsA64BitInteger() {
    assertEquals(1L << 31, PlainTypes.reduce(1L << 31));
    assertEquals(Long.MIN_VALUE, PlainTypes.reduce(BigInteger.valueOf(Long.MIN_VALUE)));
    assertEquals(Long.MAX_VALUE, PlainTypes.reduce(BigInteger.valueOf(Long.MAX_VALUE)));
  }

  @Test
  void anIntegerBeyond64BitIsNone() {
    assertNull(PlainTypes.reduce(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE)));
    assertNull(PlainTypes.reduce(BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE)));
  }

  @Test
  void aFloatIsTheDoubleWithTheSameDigits() {
    assertEquals(0.1, PlainTypes.reduce(0.1f));
    assertEquals(-0.0, PlainTypes.reduce(-0.0f));
    assertEquals(Double.NaN, PlainTypes.reduce(Float.NaN));
    assertEquals(Double.NEGATIVE_INFINITY, PlainTypes.reduce(Float.NEGATIVE_INFINITY));
  }

  @Test
  void aDecimalIsTheDoubleWithTheSameDigits() {
    assertEquals(0.1, PlainTypes.reduce(new BigDecimal("0.10")));
    assertEquals(5.0, PlainTypes.reduce(new BigDecimal("5")));
    assertEquals(1e300, PlainTypes.reduce(new BigDecimal("1e300")));
  }

  @Test
  void aDecimalThatNoDoubleSaysIsNone() {
    assertNull(PlainTypes.reduce(new BigDecimal("0.1000000000000000055")));
    assertNull(PlainTypes.reduce(new BigDecimal("1e309")));
    assertNull(PlainTypes.reduce(new BigDecimal("1e-400")));
    assertNull(PlainTypes.reduce(new BigDecimal("12345678901234567890.12")));
  }

  @Test
  void anIntAndADoubleAreWhatTheyAre() {
    assertEquals(5, PlainTypes.reduce(5));
    assertEquals(5.0, PlainTypes.reduce(5.0));
  }

  @Test
  void anotherNumberIsNone() {
    assertNull(PlainTypes.reduce(new AtomicInteger(5)));
  }
}
