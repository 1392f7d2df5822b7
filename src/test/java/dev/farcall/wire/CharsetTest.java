package dev.farcall.wire;

import static dev.farcall.wire.TestDocuments.LENIENT;
import static dev.farcall.wire.TestDocuments.STANDARD;
import static dev.farcall.wire.TestDocuments.callWith;
import static dev.farcall.wire.TestDocuments.params;
import static dev.farcall.wire.TestDocuments.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Lexical;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@link DocumentCharset} and {@link DocumentDecoder} come to characters. */
final class CharsetTest {

  private static final String MARK = "\ufeff";

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "UTF8", "us-ascii", "none", ""})
  @NullSource
  void withoutAnythingElseItIsUtf8(@Nullable String param) {
    String text = "us-ascii".equals(param) ? "e" : "é😀";

    assertEquals(List.of(text), params(STANDARD, callWith(text).getBytes(UTF_8), param));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheDocument() {
    for (Charset charset : new Charset[] {UTF_8, UTF_16BE, UTF_16LE}) {
      assertEquals(
          List.of("é😀"), params(STANDARD, (MARK + callWith("é😀")).getBytes(charset), null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "UTF-16BE"})
  void theHeaderMayAgreeWithUtf16(String param) {
    assertEquals(List.of("é"), params(STANDARD, (MARK + callWith("é")).getBytes(UTF_16BE), param));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "utf-16be"})
  void theDeclarationMayAgreeWithUtf16(String encoding) {
    assertEquals(
        List.of("é"), params(STANDARD, (MARK + declared(encoding, "é")).getBytes(UTF_16BE), null));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16BE, ISO-8859-1, UTF-16BE, ISO-8859-1",
    "UTF-16BE, UTF-8, UTF-16BE, UTF-8",
    "UTF-16LE, UTF-16BE, UTF-16LE, UTF-16BE",
    "UTF-8, ISO-8859-1, UTF-8, ISO-8859-1",
    "UTF-8, UTF-16, UTF-8, UTF-16",
    "UTF-8, windows-1252, UTF-8, windows-1252"
  })
  void aMarkAndADeclarationThatContradictAreRefused(
      String charset, String encoding, String one, String other) {
    byte[] document = (MARK + declared(encoding, "e")).getBytes(Charset.forName(charset));

    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the document is said to be " + one + " and to be " + other + "; which one is it?",
        document,
        null);
    assertEquals(List.of("e"), params(LENIENT, document, null));
  }

  @ParameterizedTest
  @CsvSource({"iso-8859-1, UTF-8, ISO-8859-1", "utf-16, UTF-8, UTF-16"})
  void aMarkAndAHeaderThatContradictAreRefused(String param, String one, String other) {
    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the document is said to be " + one + " and to be " + other + "; which one is it?",
        (MARK + callWith("e")).getBytes(UTF_8),
        param);
  }

  @Test
  void aHeaderAndADeclarationThatContradictAreRefused() {
    byte[] document = declared("ISO-8859-1", "é").getBytes(UTF_8);

    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the document is said to be UTF-8 and to be ISO-8859-1; which one is it?",
        document,
        "utf-8");
    assertEquals(List.of("é"), params(LENIENT, document, "utf-8"));
  }

  @Test
  void aHeaderDecidesWhereNothingElseDoes() {
    assertEquals(List.of("é"), params(STANDARD, callWith("é").getBytes(ISO_8859_1), "ISO-8859-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "iso-8859-1", "latin1"})
  void aDeclarationDecidesWhereNothingElseDoes(String encoding) {
    assertEquals(
        List.of("é"), params(STANDARD, declared(encoding, "é").getBytes(ISO_8859_1), null));
    assertEquals(
        List.of("é"), params(STANDARD, declared(encoding, "é").getBytes(ISO_8859_1), "none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-no-such", "utf-7", "§$%"})
  void aHeaderThatNamesNoEncodingIsOverlookedOnlyInLenientReading(String param) {
    byte[] document = callWith("é").getBytes(UTF_8);

    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the encoding " + Lexical.quote(param) + " is not accepted; send UTF-8",
        document,
        param);
    assertEquals(List.of("é"), params(LENIENT, document, param));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-2022-JP", "IBM037", "UTF-16", "UTF-32", "Shift_JIS"})
  void anotherEncodingIsNotAccepted(String encoding) {
    String problem = "the encoding " + Charset.forName(encoding) + " is not accepted; send UTF-8";

    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING, problem, declared(encoding, "e").getBytes(US_ASCII), null);
    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING, problem, callWith("e").getBytes(US_ASCII), encoding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-7", "x-no-such"})
  void anEncodingNobodyKnowsIsNotAccepted(String encoding) {
    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the encoding \"" + encoding + "\" is not accepted; send UTF-8",
        declared(encoding, "e").getBytes(US_ASCII),
        null);
    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the encoding \"" + encoding + "\" is not accepted; send UTF-8",
        (MARK + declared(encoding, "e")).getBytes(UTF_16LE),
        null);
  }

  @Test
  void anEncodingWithALongNameIsNotAccepted() {
    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the encoding \"" + "x".repeat(40) + "...\" is not accepted; send UTF-8",
        declared("x".repeat(65), "e").getBytes(US_ASCII),
        null);
  }

  @Test
  void encodingsThatAreToldByTheirFirstBytesAreNotAccepted() {
    String document = "<?xml version=\"1.0\"?>" + callWith("e");

    assertNotAccepted("EBCDIC", document.getBytes(Charset.forName("IBM037")));
    assertNotAccepted("UTF-32", document.getBytes(Charset.forName("UTF-32BE")));
    assertNotAccepted("UTF-32", document.getBytes(Charset.forName("UTF-32LE")));
    assertNotAccepted("UTF-32", (MARK + document).getBytes(Charset.forName("UTF-32BE")));
    assertNotAccepted("UTF-32", (MARK + document).getBytes(Charset.forName("UTF-32LE")));
  }

  @Test
  void utf16WithoutAMarkIsALenientGuess() {
    for (Charset charset : new Charset[] {UTF_16BE, UTF_16LE}) {
      byte[] document = callWith("é").getBytes(charset);

      assertRefused(
          FaultCode.UNSUPPORTED_ENCODING,
          "UTF-16 without a byte order mark is not accepted; send UTF-8",
          document,
          null);
      assertEquals(List.of("é"), params(LENIENT, document, null));
    }
  }

  @Test
  void inLenientReadingEveryEncodingOfTheJvmIsAccepted() {
    Charset japanese = Charset.forName("Shift_JIS");

    assertEquals(
        List.of("日本"), params(LENIENT, declared("Shift_JIS", "日本").getBytes(japanese), null));
    assertEquals(List.of("日本"), params(LENIENT, callWith("日本").getBytes(japanese), "Shift_JIS"));
  }

  @Test
  void bytesThatAreNotOfTheEncodingAreRefusedWithTheirPlace() {
    byte[] document = callWith("aé").getBytes(ISO_8859_1);
    int place = new String(document, ISO_8859_1).indexOf('é') + 1;

    assertRefused(
        FaultCode.INVALID_CHARACTER, "bytes that are not UTF-8 at byte " + place, document, null);
    assertRefused(
        FaultCode.INVALID_CHARACTER,
        "bytes that are not US-ASCII at byte " + place,
        document,
        "us-ascii");
  }

  @Test
  void theirPlaceIsRightBehindManyOthers() {
    byte[] document = callWith("é".repeat(20_000) + "\uffff").getBytes(UTF_8);
    String latin = new String(document, ISO_8859_1);
    int place = latin.indexOf("\u00ef\u00bf\u00bf");
    document[place] = (byte) 0xFF;

    assertRefused(
        FaultCode.INVALID_CHARACTER,
        "bytes that are not UTF-8 at byte " + (place + 1),
        document,
        null);
  }

  @Test
  void inLenientReadingTheyAreWindows1252FromThereOn() {
    byte[] before = "<methodCall><methodName>m</methodName><params><param><value>ü".getBytes(UTF_8);
    byte[] behind =
        "ü€</value></param></params></methodCall>".getBytes(Charset.forName("windows-1252"));
    byte[] document = Arrays.copyOf(before, before.length + behind.length);
    System.arraycopy(behind, 0, document, before.length, behind.length);

    assertEquals(List.of("üü€"), params(LENIENT, document, null));
    assertEquals(FaultCode.INVALID_CHARACTER, refused(LENIENT, document, "utf-8").code());
  }

  @Test
  void whatIsNotWindows1252EitherIsRefused() {
    byte[] document = callWith("a\u0081").getBytes(ISO_8859_1);

    assertEquals(
        "bytes that are not windows-1252 at byte "
            + (new String(document, ISO_8859_1).indexOf('\u0081') + 1),
        refused(LENIENT, document, null).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " \t\r\n", "\r\n\r\n\r\n"})
  void blanksBeforeTheDocumentAreSkipped(String blanks) {
    assertEquals(List.of("é"), params(STANDARD, blanks + declared("UTF-8", "é")));
    assertEquals(List.of("é"), params(STANDARD, MARK + blanks + declared("UTF-8", "é")));
    assertEquals(List.of("é"), params(STANDARD, blanks + callWith("é")));
  }

  @Test
  void thousandsOfBlanksBeforeTheDocumentAreSkipped() {
    assertEquals(List.of("é"), params(STANDARD, "\n".repeat(5_000) + declared("UTF-8", "é")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', the document is empty",
    "'  \n', the document is empty",
    "\ufeff, the document is empty",
    "hello, 'the document does not begin with \"<\"'",
    "'{\"jsonrpc\": \"2.0\"}', 'the document does not begin with \"<\"'",
    "+ADw-methodCall+AD4-, 'the document does not begin with \"<\"'"
  })
  void whatIsNoMarkupIsRefused(String document, String problem) {
    assertRefused(FaultCode.NOT_WELL_FORMED, problem, document.getBytes(UTF_8), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C0BC", "E080BC", "EDA080", "EDA0BDEDB880", "F4908080", "F888808080", "80"})
  void malformedUtf8IsRefused(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    byte[] document = callWith("a" + new String(bad, ISO_8859_1)).getBytes(ISO_8859_1);

    assertEquals(FaultCode.INVALID_CHARACTER, refused(STANDARD, document, null).code());
  }

  private static void assertNotAccepted(String encoding, byte[] document) {
    assertRefused(
        FaultCode.UNSUPPORTED_ENCODING,
        "the encoding " + encoding + " is not accepted; send UTF-8",
        document,
        null);
  }

  private static void assertRefused(
      FaultCode code, String problem, byte[] document, @Nullable String param) {
    WireException e = refused(STANDARD, document, param);
    assertEquals(code + " " + problem, e.code() + " " + e.problem());
  }

  private static String declared(String encoding, String value) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + callWith(value);
  }
}
