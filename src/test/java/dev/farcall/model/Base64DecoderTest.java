package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64DecoderTest {

  @ParameterizedTest
  @CsvSource({"'', ''", "QQ==, A", "QUI=, AB", "QUJD, ABC", "QUJDRA==, ABCD"})
  void aTextIsDecoded(String text, String decoded) {
    assertEquals(decoded, decode(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"QUJDRA==\n", " QUJDRA==", "QUJD\r\nRA==", "Q U\tJ\rD\nR A = =", "QUJDRA=\n="})
  void blanksMayStandAnywhere(String text) {
    assertEquals("ABCD", decode(text));
  }

  @ParameterizedTest
  @CsvSource({
    "QUJD!!QUJD, !",
    "QUJD-_==, -",
    "QUJD_A==, _",
    "'QUJD\u00a0', \\u00A0",
    "'QUJD\0', \\u0000",
    "QUJD\u0661, \u0661",
    "QU=I, I",
    "QQ==QQ==, Q"
  })
  void junkIsRefused(String text, String junk) {
    assertEquals("expected base64: \"" + junk + "\" does not belong there", refusal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QQ", "QQ=", "QQ===", "QUI", "QUI==", "QUJD=", "QUJD==", "=", "====", "Q", "Q=", "Q==",
        "Q===", "QUJDR"
      })
  void wrongPaddingIsRefused(String text) {
    String problem = refusal(text);

    assertEquals(
        text.equals("Q===")
            ? "expected base64: it ends too early"
            : "expected base64: wrong padding",
        problem);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "QQ, A", "QQ=, A", "QQ==, A", "QUI, AB", "QUI=, AB", "QUJD, ABC"})
  void paddingMayBeMissingWhereOneAsksForIt(String text, String decoded) {
    Base64Decoder decoder = new Base64Decoder(0);
    decoder.decode(text.toCharArray(), 0, text.length());

    assertEquals(decoded, new String(decoder.finishUnpadded(), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q", "QUJDR", "QQ==="})
  void aLoneDigitIsRefusedEvenSo(String text) {
    Base64Decoder decoder = new Base64Decoder(text.length());
    decoder.decode(text.toCharArray(), 0, text.length());

    assertEquals(
        "expected base64: it ends too early",
        assertThrows(WireException.class, decoder::finishUnpadded).problem());
  }

  @Test
  void aRefusalIsAboutTheParams() {
    assertEquals(
        FaultCode.INVALID_PARAMS, assertThrows(WireException.class, () -> decode("!")).code());
  }

  @Test
  void piecesMayEndAnywhere() {
    char[] text = "QUJD\nREVG R0g=".toCharArray();
    for (int first = 0; first <= text.length; first++) {
      for (int second = first; second <= text.length; second++) {
        Base64Decoder decoder = new Base64Decoder(text.length);
        decoder.decode(text, 0, first);
        decoder.decode(text, first, second - first);
        decoder.decode(text, second, text.length - second);
        assertEquals("ABCDEFGH", new String(decoder.finish(), StandardCharsets.US_ASCII));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 255, 256, 10_000})
  void anySizeIsDecodedWhateverWasExpected(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    char[] text = Base64.getMimeEncoder().encodeToString(bytes).toCharArray();
    for (int expected : new int[] {0, size, text.length, 4 * size}) {
      Base64Decoder decoder = new Base64Decoder(expected);
      decoder.decode(text, 0, text.length);
      assertArrayEquals(bytes, decoder.finish());
    }
  }

  private static String refusal(String text) {
    return assertThrows(WireException.class, () -> decode(text)).problem();
  }

  private static String decode(String text) {
    Base64Decoder decoder = new Base64Decoder(text.length());
    decoder.decode(text.toCharArray(), 0, text.length());
    return new String(decoder.finish(), StandardCharsets.US_ASCII);
  }
}
