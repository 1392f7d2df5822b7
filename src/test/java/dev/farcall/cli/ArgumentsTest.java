package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTest {

  @Test
  void typesAreSaid() {
    assertEquals(5, read("i:+5"));
    assertEquals(5L, read("l:5"));
    assertEquals("i:5", read("s:i:5"));
    assertEquals("", read("s:"));
    assertEquals(0.1, read("d:.1"));
    assertEquals(true, read("b:1"));
    assertEquals(false, read("b:false"));
    assertEquals(DateTime.parse("20261123T10:00:00.5Z"), read("t:2026-11-23T10:00:00.5Z"));
    assertEquals(binary(1, 255), read("x:01ff"));
    assertEquals(binary(1, 2), read("64:AQI="));
    assertEquals("text", read("j:\"text\""));
    assertNull(read("n:"));
    assertNull(read("j:null"));
  }

  @Test
  void standardInputIsAFile() {
    assertEquals(
        binary(7, 8), new Arguments(new ByteArrayInputStream(new byte[] {7, 8})).read("f:-"));
  }

  @Test
  void wordsThatJsonHasAsNumbersOrBooleansAreThese() {
    assertEquals(-5, read("-5"));
    assertEquals(5_000_000_000L, read("5000000000"));
    assertEquals(1.5, read("1.5"));
    assertEquals(1e300, read("1e300"));
    assertEquals(true, read("true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"007", "+5", "1.2.3", "True", "null", "", "1,5", "NaN", "http://x", "٣"})
  void otherWordsAreStrings(String word) {
    assertEquals(word, read(word));
  }

  @Test
  void jsonKeepsItsOrderAndIsFollowedByNothing() {
    assertEquals(
        new Struct().with("b", List.of(1, 2.0, false)).with("a", new Struct()),
        read("{\"b\": [1, 2.0, false], \"a\": {}}"));
    assertEquals("not JSON from $ on", refusal("[1] 2"));
  }

  @Test
  void jsonHasTypedArgumentsWithinIt() {
    assertEquals(
        List.of(DateTime.parse("20261123T10:00:00"), binary(1), 5L),
        read("[{\"$t\": \"20261123T10:00:00\"}, {\"$x\": \"01\"}, {\"$l\": \"5\"}]"));
    assertEquals(new Struct().with("$y", "1"), read("{\"$y\": \"1\"}"));
    assertEquals(new Struct().with("$x", 1), read("{\"$x\": 1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          i:5x                 | expected a whole number, got "5x"
          i:5000000000         | 5000000000 does not fit 32 bit; write l:5000000000
          9223372036854775808  | 9223372036854775808 does not fit 64 bit; write s:9223372036854775808
          d:0x1p3              | expected a number, got "0x1p3"
          d:1e400              | 1e400 is larger than any double
          0.12345678901234567890 | no double has the digits of 0.12345678901234567890; write \
          d:0.12345678901234568 or s:0.12345678901234567890
          b:yes                | expected true, false, 1 or 0, got "yes"
          n:x                  | nothing follows n:, got "x"
          x:abc                | expected two hexadecimal digits for each byte, got "abc"
          64:a*                | expected base64, got "a*"
          [1,                  | not JSON from $[1] on
          {'a': 1}             | not JSON from $. on
          {"a": 1, "a": 2}     | two members at $.a
          [NaN]                | not JSON from $[0] on
          [01]                 | not JSON from $[0] on
          """)
  void whatIsWrongIsSaid(String argument, String message) {
    assertEquals(message, refusal(argument));
  }

  @Test
  void missingFileIsSaid() {
    assertEquals(
        "cannot read no/such/file: no/such/file",
        assertThrows(CommandFailure.class, () -> read("f:no/such/file")).getMessage());
  }

  private static String refusal(String argument) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> read(argument)).getMessage());
  }

  private static @Nullable Object read(String argument) {
    return new Arguments(InputStream.nullInputStream()).read(argument);
  }

  private static Binary binary(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return Binary.of(all);
  }
}
