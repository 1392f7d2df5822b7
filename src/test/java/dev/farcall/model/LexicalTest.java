package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.DateTime;
import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LexicalTest {

  private static final String DENORMAL = new BigDecimal(Double.MIN_VALUE).toPlainString();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "-5, -5",
    "+5, 5",
    "-0, 0",
    "007, 7",
    "2147483647, 2147483647",
    "-2147483648, -2147483648",
    "000000000005, 5",
    "' 5', 5",
    "'5 ', 5",
    "'\t\r\n 5\n', 5"
  })
  void anIntIsDigitsWithASign(String text, int value) {
    assertEquals(value, Lexical.toInt(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        "+-1",
        "--1",
        "1-2",
        "1 2",
        "1_000",
        "1,000",
        "0x10",
        "1.0",
        "1e3",
        "5x",
        "\u0661\u0662",
        "\uff11",
        "1\0",
        "\u00a05",
        "0000000000005",
        "null"
      })
  void anythingElseIsNoInt(String text) {
    assertEquals(expected("an int", text), refusal(Lexical::toInt, text));
    assertEquals(expected("an i2", text), refusal(Lexical::toShort, text));
    assertEquals(expected("an i1", text), refusal(Lexical::toByte, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "4294967296", "99999999999"})
  void anIntHas32Bit(String text) {
    assertEquals(
        expected("an int between -2147483648 and 2147483647", text), refusal(Lexical::toInt, text));
  }

  @Test
  void smallIntegersHaveTheirRanges() {
    assertEquals((short) 32767, Lexical.toShort(" 32767 "));
    assertEquals((short) -32768, Lexical.toShort("-32768"));
    assertEquals(
        expected("an i2 between -32768 and 32767", "32768"), refusal(Lexical::toShort, "32768"));
    assertEquals((byte) 127, Lexical.toByte("+127"));
    assertEquals((byte) -128, Lexical.toByte("-128"));
    assertEquals(expected("an i1 between -128 and 127", "-129"), refusal(Lexical::toByte, "-129"));
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "+9223372036854775807, 9223372036854775807",
    "000000000000000000001, 1",
    "-1, -1"
  })
  void anI8Has64Bit(String text, long value) {
    assertEquals(value, Lexical.toLong(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "+9223372036854775808",
        "-9223372036854775809",
        "9223372036854775810",
        "99999999999999999999",
        "18446744073709551617",
        "0000000000000000000001",
        "",
        "1 2",
        "1.0"
      })
  void anythingElseIsNoI8(String text) {
    assertEquals(expected("an i8", text), refusal(Lexical::toLong, text));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "' 1 ', true", "'\n0\t', false"})
  void aBooleanIsOneOrZero(String text, boolean value) {
    assertEquals(value, Lexical.toBoolean(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "01", "00", "+1", "-0", "true", "TRUE", "yes", "1.0", "\u0661"})
  void anythingElseIsNoBoolean(String text) {
    assertEquals(expected("0 or 1 for a boolean", text), refusal(Lexical::toBoolean, text));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5.0",
    "5., 5.0",
    ".5, 0.5",
    "-.5, -0.5",
    "+1.5, 1.5",
    "-0.0, -0.0",
    "1e5, 100000.0",
    "1E+5, 100000.0",
    "1.5e-07, 1.5E-7",
    "5.e1, 50.0",
    "00.10, 0.1",
    "' 1.5\n', 1.5",
    "1e-400, 0.0",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "4.9E-324, 4.9E-324"
  })
  void aDoubleIsADecimalWithAnExponentPerhaps(String text, double value) {
    assertEquals(value, Lexical.toDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "+",
        "-.",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1e1.5",
        "1e 5",
        "1 .5",
        "1..5",
        "1.5.2",
        "0x1p3",
        "1d",
        "1f",
        "1.5D",
        "1,5",
        "NaN",
        "nan",
        "INF",
        "Infinity",
        "-inf",
        "--1",
        "1_0",
        "\u0661.\u0665",
        "$1",
        "1%"
      })
  void anythingElseIsNoDouble(String text) {
    assertEquals(expected("a double", text), refusal(Lexical::toDouble, text));
    assertEquals(expected("a float", text), refusal(Lexical::toFloat, text));
    assertEquals(expected("a bigdecimal", text), refusal(Lexical::toBigDecimal, text));
  }

  @Test
  void whatNoDoubleCanHoldIsRefused() {
    assertEquals(expected("a double of 64 bit", "1e309"), refusal(Lexical::toDouble, "1e309"));
    assertEquals(
        expected("a double of 64 bit", "-1e99999999999"),
        refusal(Lexical::toDouble, "-1e99999999999"));
    assertEquals(expected("a float of 32 bit", "1e39"), refusal(Lexical::toFloat, "1e39"));
  }

  @Test
  void theSmallestDoubleMayBeWrittenOut() {
    assertEquals(1_076, DENORMAL.length());
    assertEquals(Double.MIN_VALUE, Lexical.toDouble(DENORMAL));
  }

  @Test
  void aDoubleHasElevenHundredCharacters() {
    String longest = "0." + "1".repeat(1_098);

    assertEquals(1 / 9d, Lexical.toDouble(longest));
    assertEquals(1 / 9d, Lexical.toDouble(" " + longest + " "));
    assertEquals(
        expected("a double", longest.substring(0, 40) + "..."),
        refusal(Lexical::toDouble, longest + "1"));
  }

  @Test
  void aBigDecimalIsExact() {
    assertEquals(new BigDecimal("0.10"), Lexical.toBigDecimal(" 0.10 "));
    assertEquals(new BigDecimal("1E+10000"), Lexical.toBigDecimal("1E+10000"));
    assertEquals(new BigDecimal("1E-10000"), Lexical.toBigDecimal("1e-10000"));
    String longest = "9".repeat(1_000);
    assertEquals(new BigDecimal(longest), Lexical.toBigDecimal(longest));
  }

  @Test
  void aBigDecimalHasAThousandCharactersOnceItIsWritten() {
    String digits = "9".repeat(990);
    assertEquals(new BigDecimal(digits + "e9"), Lexical.toBigDecimal(digits + "e9"));

    String grows = "9".repeat(998) + "e9";
    assertEquals(
        expected("a bigdecimal of 1000 characters as written", "9".repeat(40) + "..."),
        refusal(Lexical::toBigDecimal, grows));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "-7",
        "1000",
        "1e3",
        "-1e3",
        "12e3",
        "0e9",
        "0e-9",
        "0.0000000",
        ".5",
        "0.000001",
        "0.0000001",
        "-0.0000012",
        "12.5",
        "-12.50",
        "1e-10000",
        "123e9999",
        "0.00000012345678901234567890",
        "1234567890123456789012345678901234567890.5"
      })
  void lengthOnceWrittenIsKnownWithoutWriting(String text) {
    BigDecimal value = new BigDecimal(text);
    assertEquals(value.toString().length(), Lexical.writtenLength(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e10001", "1e-10001", "1e100000000", "1e2147483648", "1e-99999999999"})
  void aBigDecimalHasAScale(String text) {
    assertEquals(
        expected("a bigdecimal with a scale within 10000", text),
        refusal(Lexical::toBigDecimal, text));
  }

  @Test
  void aBigIntegerHasAThousandCharacters() {
    String longest = "-" + "9".repeat(999);

    assertEquals(new BigInteger(longest), Lexical.toBigInteger(longest));
    assertEquals(BigInteger.TEN, Lexical.toBigInteger("\n+10 "));
    assertEquals(
        expected("a biginteger", longest.substring(0, 40) + "..."),
        refusal(Lexical::toBigInteger, longest + "9"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1.0", "1e3", "0x1", "1 2", "\u0661"})
  void anythingElseIsNoBigInteger(String text) {
    assertEquals(expected("a biginteger", text), refusal(Lexical::toBigInteger, text));
  }

  @Test
  void aMillionDigitsAreRefusedWithoutALook() {
    String digits = "7".repeat(1_000_000);

    assertTimeout(
        Duration.ofSeconds(1),
        () -> {
          assertThrows(WireException.class, () -> Lexical.toInt(digits));
          assertThrows(WireException.class, () -> Lexical.toLong(digits));
          assertThrows(WireException.class, () -> Lexical.toDouble(digits));
          assertThrows(WireException.class, () -> Lexical.toFloat(digits));
          assertThrows(WireException.class, () -> Lexical.toBigDecimal(digits));
          assertThrows(WireException.class, () -> Lexical.toBigInteger(digits));
          assertThrows(WireException.class, () -> Lexical.toDateTime(digits));
        });
  }

  @Test
  void aDateMayHaveBlanksAroundIt() {
    assertEquals(DateTime.parse("19980717T14:08:55"), Lexical.toDateTime("\n 19980717T14:08:55 "));
    assertEquals(
        expected("a dateTime.iso8601", "19981317T14:08:55"),
        refusal(Lexical::toDateTime, "19981317T14:08:55"));
  }

  @Test
  void aRefusalIsAboutTheParams() {
    assertEquals(
        FaultCode.INVALID_PARAMS,
        assertThrows(WireException.class, () -> Lexical.toInt("x")).code());
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "5, 5.0",
    "0.1, 0.1",
    "-2.5, -2.5",
    "0.001, 0.001",
    "0.0001, 0.0001",
    "1.5e-7, 0.00000015",
    "9999999, 9999999.0",
    "1e7, 10000000.0",
    "1e16, 10000000000000000.0",
    "1.2345678e10, 12345678000.0",
    "123456789.125, 123456789.125"
  })
  void aDoubleIsWrittenWithoutAnExponent(double value, String text) {
    assertEquals(text, Lexical.toText(value));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1.0E-300,
        2.225073858507201e-308,
        2e-3,
        1 / 3d,
        -0.0,
        9007199254740994d
      })
  void aDoubleReadsBackBitForBit(double value) {
    String text = Lexical.toText(value);

    assertFalse(text.contains("E"), text);
    assertEquals(
        Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(Lexical.toDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.MIN_VALUE, Float.MAX_VALUE, 0.1f, 1e10f, -0f, 1 / 3f})
  void aFloatReadsBackBitForBit(float value) {
    String text = Lexical.toText(value);

    assertFalse(text.contains("E"), text);
    assertEquals(Float.floatToRawIntBits(value), Float.floatToRawIntBits(Lexical.toFloat(text)));
  }

  @Test
  void blanksAreThoseOfXml() {
    assertEquals("a b", Lexical.trim(" \t\r\na b\n ").toString());
    assertEquals("\u00a0a\u2003", Lexical.trim("\u00a0a\u2003").toString());
    assertEquals("\f", Lexical.trim("\f").toString());
    assertTrue(Lexical.isBlank(""));
    assertTrue(Lexical.isBlank(" \t\r\n"));
    assertFalse(Lexical.isBlank("\u3000"));
  }

  @Test
  void aTextWithoutBlanksIsNotCopied() {
    String text = "a b";

    assertSame(text, Lexical.trim(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\t\n\r",
        "\u007f\u0085",
        "\ud7ff\ue000\ufffd",
        "\ud83d\ude00",
        "\ud83f\udfff"
      })
  void whatXmlHoldsIsLegal(String text) {
    assertEquals(-1, Lexical.illegalCharacter(text));
  }

  @Test
  void theFirstIllegalCharacterIsFound() {
    assertEquals(0, Lexical.illegalCharacter("\0"));
    assertEquals(2, Lexical.illegalCharacter("ab\u001f"));
    assertEquals(1, Lexical.illegalCharacter("a\ufffe"));
    assertEquals(1, Lexical.illegalCharacter("a\uffff\0"));
    assertEquals(1, Lexical.illegalCharacter("a\ud83d"));
    assertEquals(1, Lexical.illegalCharacter("a\ud83db"));
    assertEquals(0, Lexical.illegalCharacter("\ude00\ud83d"));
    assertEquals(2, Lexical.illegalCharacter("\ud83d\ude00\ud83d\ud83d\ude00"));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "'a\"b\\', 'a\\u0022b\\u005C'",
    "'\r\n', '\\u000D\\u000A'",
    "'\u001b[31m', '\\u001B[31m'",
    "\u202e, \\u202E",
    "\u2028, \\u2028",
    "\u0085, \\u0085",
    "\ud83d\ude00, \\uD83D\\uDE00",
    "\u00fc\u0661, \u00fc\u0661"
  })
  void aQuoteHasNothingUnprintable(String text, String quoted) {
    assertEquals('"' + quoted + '"', Lexical.quote(text));
  }

  @Test
  void aQuoteIsCutAfterFortyCharacters() {
    assertEquals('"' + "a".repeat(40) + '"', Lexical.quote("a".repeat(40)));
    assertEquals('"' + "a".repeat(40) + "...\"", Lexical.quote("a".repeat(41)));
  }

  private static String expected(String what, String got) {
    String quoted = got.endsWith("...") ? '"' + got + '"' : Lexical.quote(got);
    return "expected " + what + ", got " + quoted;
  }

  private static String refusal(Function<CharSequence, Object> grammar, String text) {
    return assertThrows(WireException.class, () -> grammar.apply(text)).problem();
  }
}
