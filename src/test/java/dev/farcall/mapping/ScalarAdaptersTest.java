package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static dev.farcall.mapping.Trip.writeRefusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ScalarAdaptersTest {
  private static final BigInteger HUGE = BigInteger.TWO.pow(100);

  @Test
  void eachTypeReadsItsOwnValue() {
    assertEquals(true, read(boolean.class, true));
    assertEquals(5, read(int.class, 5));
    assertEquals(5L, read(long.class, 5L));
    assertEquals(1.5, read(double.class, 1.5));
    assertEquals(1.5f, read(float.class, 1.5f));
    assertEquals(HUGE, read(BigInteger.class, HUGE));
    assertEquals(new BigDecimal("1.50"), read(BigDecimal.class, new BigDecimal("1.50")));
  }

  @Test
  void intsWiden() {
    assertEquals(5L, read(long.class, 5));
    assertEquals(20.0, read(double.class, 20));
    assertEquals(20f, read(float.class, 20));
    assertEquals(BigInteger.valueOf(5), read(BigInteger.class, 5));
    assertEquals(BigDecimal.valueOf(5), read(BigDecimal.class, 5));
  }

  @Test
  void longsWiden() {
    assertEquals(5.0, read(double.class, 5L));
    assertEquals(BigInteger.valueOf(5), read(BigInteger.class, 5L));
    assertEquals(BigDecimal.valueOf(5), read(BigDecimal.class, 5L));
  }

  @Test
  void smallWholeNumbersFitSmallTypes() {
    assertEquals(Integer.MAX_VALUE, read(int.class, 2147483647L));
    assertEquals((short) -32768, read(short.class, -32768));
    assertEquals((byte) 127, read(byte.class, 127L));
  }

  @Test
  void apacheTypesAreNumbersOfTheirSize() {
    assertEquals(5, read(int.class, (byte) 5));
    assertEquals(5L, read(long.class, (short) 5));
    assertEquals(0.5, read(double.class, 0.5f));
  }

  @Test
  void wholeNumberOutOfRangeIsRefusedWithTheRange() {
    assertEquals("expected int from -128 to 127, got int 128", refusal(byte.class, 128));
    assertEquals("expected int from -32768 to 32767, got int -32769", refusal(short.class, -32769));
    assertEquals(
        "expected int from -2147483648 to 2147483647, got i8 2147483648",
        refusal(int.class, 2147483648L));
  }

  @Test
  void longThatNoDoubleHoldsIsRefused() {
    assertEquals(
        "expected double, got i8 9007199254740993, which a double cannot hold exactly",
        refusal(double.class, 9007199254740993L));
    assertEquals(
        "expected double, got i8 9223372036854775807, which a double cannot hold exactly",
        refusal(double.class, Long.MAX_VALUE));
    assertEquals((double) Long.MIN_VALUE, read(double.class, Long.MIN_VALUE));
  }

  @Test
  void intThatNoFloatHoldsIsRefused() {
    assertEquals(
        "expected double, got int 16777217, which a float cannot hold exactly",
        refusal(float.class, 16777217));
    assertEquals(
        "expected double, got int 2147483647, which a float cannot hold exactly",
        refusal(float.class, Integer.MAX_VALUE));
  }

  @Test
  void doubleThatNamesAFloatIsOne() {
    assertEquals(0.1f, read(float.class, 0.1));
    assertEquals(0.5f, read(float.class, 0.5));
    assertEquals(Float.NaN, read(float.class, Double.NaN));
    assertEquals(-0.0f, read(float.class, -0.0));
  }

  @Test
  void doubleThatNoFloatHoldsIsRefused() {
    assertEquals(
        "expected double, got double 0.123456789, which a float cannot hold exactly",
        refusal(float.class, 0.123456789));
    assertEquals(
        "expected double, got double 1.0E300, which a float cannot hold exactly",
        refusal(float.class, 1e300));
  }

  @Test
  void doubleBecomesItsShortestDecimal() {
    assertEquals(new BigDecimal("0.1"), read(BigDecimal.class, 0.1));
    assertEquals(new BigDecimal("0.1"), read(BigDecimal.class, 0.1f));
  }

  @Test
  void nanIsNoDecimal() {
    assertEquals("expected bigdecimal, got double NaN", refusal(BigDecimal.class, Double.NaN));
  }

  @Test
  void doubleIsNeverAWholeNumber() {
    assertEquals("expected int, got double 5.0", refusal(int.class, 5.0));
    assertEquals("expected int, got double 5.0", refusal(short.class, 5.0));
    assertEquals("expected i8, got double 5.0", refusal(long.class, 5.0));
    assertEquals("expected biginteger, got double 5.0", refusal(BigInteger.class, 5.0));
  }

  @Test
  void textIsNeverANumber() {
    assertEquals("expected int, got string \"12a\"", refusal(int.class, "12a"));
    assertEquals("expected double, got string \"1.5\"", refusal(double.class, "1.5"));
    assertEquals("expected bigdecimal, got string \"1\"", refusal(BigDecimal.class, "1"));
  }

  @Test
  void booleanAndIntAreNeverEachOther() {
    assertEquals("expected boolean, got int 1", refusal(boolean.class, 1));
    assertEquals("expected int, got boolean true", refusal(int.class, true));
  }

  @Test
  void nilIsNoPrimitive() {
    assertEquals("expected int, got nil", refusal(int.class, null));
    assertEquals("expected boolean, got nil", refusal(boolean.class, null));
  }

  @Test
  void nilIsANullBox() {
    assertNull(read(Integer.class, null));
    assertNull(read(BigDecimal.class, null));
  }

  @Test
  void smallTypesAreWrittenAsInt() {
    assertEquals(5, write(byte.class, (byte) 5));
    assertEquals(5, write(Short.class, (short) 5));
  }

  @Test
  void othersAreWrittenAsTheyAre() {
    assertEquals(5L, write(long.class, 5L));
    assertEquals(1.5f, write(float.class, 1.5f));
    assertEquals(HUGE, write(BigInteger.class, HUGE));
    assertEquals(BigDecimal.ONE, write(BigDecimal.class, BigDecimal.ONE));
    assertEquals(false, write(boolean.class, false));
  }

  @Test
  void numberTakesAnyNumber() {
    assertEquals(5, read(Number.class, 5));
    assertEquals(1.5, read(Number.class, 1.5));
    assertEquals("expected a number, got string \"5\"", refusal(Number.class, "5"));
    assertEquals(5L, write(Number.class, 5L));
  }

  @Test
  void numberOfTheUsersOwnCannotTravel() {
    assertEquals(
        "java.util.concurrent.atomic.AtomicInteger cannot travel: there is no XML-RPC type for it",
        writeRefusal(new AtomicInteger()));
    assertEquals(
        "java.util.concurrent.atomic.AtomicInteger cannot travel: there is no XML-RPC type for it",
        Trip.messageOf(() -> write(Number.class, new AtomicInteger())));
  }

  @Test
  void signaturesNameTheWireType() {
    assertEquals(ValueType.INT, Trip.describe(short.class).type());
    assertEquals(ValueType.I8, Trip.describe(Long.class).type());
    assertEquals(ValueType.DOUBLE, Trip.describe(float.class).type());
    assertEquals(ValueType.BOOLEAN, Trip.describe(boolean.class).type());
    assertEquals(ValueType.BIG_INTEGER, Trip.describe(BigInteger.class).type());
    assertEquals(ValueType.BIG_DECIMAL, Trip.describe(BigDecimal.class).type());
    assertEquals(ValueType.ANY, Trip.describe(Number.class).type());
  }
}
