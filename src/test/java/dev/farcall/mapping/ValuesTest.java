package dev.farcall.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValuesTest {
  @Test
  void scalarsAreShown() {
    assertEquals("nil", Values.describe(null));
    assertEquals("int -5", Values.describe(-5));
    assertEquals("i8 5", Values.describe(5L));
    assertEquals("double 1.5", Values.describe(1.5));
    assertEquals("boolean true", Values.describe(true));
    assertEquals("bigdecimal 1.50", Values.describe(new BigDecimal("1.50")));
    assertEquals("biginteger 12", Values.describe(BigInteger.valueOf(12)));
  }

  @Test
  void dateIsShownInItsCompactForm() {
    DateTime dateTime = DateTime.parse("2020-01-02T12:30:00Z");
    assertEquals("dateTime.iso8601 20200102T12:30:00Z", Values.describe(dateTime));
  }

  @Test
  void contentOfTheRestIsNot() {
    assertEquals("array", Values.describe(List.of(1)));
    assertEquals("struct", Values.describe(new Struct()));
    assertEquals("base64 of 1 byte", Values.describe(Binary.of(new byte[1])));
    assertEquals("base64 of 0 bytes", Values.describe(Binary.of(new byte[0])));
  }

  @Test
  void hugeNumbersAreNotSpeltOut() {
    BigInteger huge = BigInteger.TWO.pow(1_000_000);
    assertEquals("biginteger of 1000001 bits", Values.describe(huge));
    assertEquals("bigdecimal of 1000001 bits", Values.describe(new BigDecimal(huge)));
    assertEquals("bigdecimal 1E+999999999", Values.describe(new BigDecimal("1E999999999")));
  }

  @Test
  void longTextIsCut() {
    assertEquals("string \"" + "x".repeat(40) + "\"", Values.describe("x".repeat(40)));
    assertEquals("string \"" + "x".repeat(40) + "...\"", Values.describe("x".repeat(41)));
  }

  @Test
  void textIsCutBetweenWholeCharacters() {
    assertEquals("\"" + "😀".repeat(40) + "...\"", Values.quote("😀".repeat(50)));
  }

  @Test
  void textIsEscaped() {
    assertEquals("\"a\\r\\n\\t\\\"\\\\b\"", Values.quote("a\r\n\t\"\\b"));
    assertEquals("\"\\u0000\\u001b\\u007f\"", Values.quote("\0\u001b\u007f"));
  }

  @Test
  void charactersThatDeceiveAreEscaped() {
    assertEquals("\"\\u202e\\u2028\\ud800\\ufeff\"", Values.quote("\u202e\u2028\ud800\ufeff"));
    assertEquals("\"\\U000e0041\"", Values.quote("\udb40\udc41"));
  }

  @Test
  void otherLettersAreNot() {
    assertEquals("\"é日\"", Values.quote("é日"));
  }

  @Test
  void plainNameIsASegmentItself() {
    assertEquals("zip_code-2", Values.segment("zip_code-2"));
  }

  @Test
  void otherNameIsASegmentInQuotes() {
    assertEquals("[\"\"]", Values.segment(""));
    assertEquals("[\"a.b\"]", Values.segment("a.b"));
    assertEquals("[\"a\\nb\"]", Values.segment("a\nb"));
    assertEquals("[\"" + "x".repeat(40) + "...\"]", Values.segment("x".repeat(41)));
  }
}
