package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTextTest {

  @Test
  void plainTextIsUnchanged() {
    assertEquals(
        "sample.caf\u00e9 \ud83d\ude00", PrintableText.of("sample.caf\u00e9 \ud83d\ude00", 64));
  }

  @Test
  void controlsAreEscaped() {
    assertEquals("\\u0000\\u001b\\u007f\\u0085", PrintableText.of("\0\u001b\u007f\u0085", 64));
  }

  @Test
  void separatorsAndBidiControlsAreEscaped() {
    assertEquals(
        "\\u2028\\u2029\\u202e\\u2066\\u200f",
        PrintableText.of("\u2028\u2029\u202e\u2066\u200f", 64));
  }

  @Test
  void loneSurrogatesAreEscaped() {
    assertEquals("\\ud83dx\\ude00", PrintableText.of("\ud83dx\ude00", 64));
  }

  @Test
  void textOfExactlyTheLimitIsWhole() {
    assertEquals("12345678", PrintableText.of("12345678", 8));
  }

  @Test
  void textBeyondTheLimitIsCut() {
    assertEquals("12345...", PrintableText.of("123456789", 8));
  }

  @Test
  void cutSplitsNoCharacterInTwo() {
    assertEquals("1234...", PrintableText.of("1234\ud83d\ude00789", 8));
  }

  @Test
  void escapeIsNotLongerThanTheLimit() {
    assertEquals("1234...", PrintableText.of("1234\n", 7));
  }
}
