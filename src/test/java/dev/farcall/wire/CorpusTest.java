package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.testkit.Document;
import dev.farcall.testkit.Outcome;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorpusTest {

  private static final String CALLS = "dev.farcall.testkit.Document#calls";
  private static final String RESPONSES = "dev.farcall.testkit.Document#responses";

  private static final Codec STANDARD = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  private static final Codec LENIENT = Codec.of(WireLimits.defaults(), Reading.LENIENT);

  @ParameterizedTest(name = "{0}")
  @MethodSource(CALLS)
  void callReadsInStandardModeAsExpected(Document document) throws IOException {
    assertOutcome(document, document.standard(), call(STANDARD, document));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(CALLS)
  void callReadsInLenientModeAsExpected(Document document) throws IOException {
    assertOutcome(document, document.lenient(), call(LENIENT, document));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(RESPONSES)
  void responseReadsInStandardModeAsExpected(Document document) throws IOException {
    assertOutcome(document, document.standard(), response(STANDARD, document));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(RESPONSES)
  void responseReadsInLenientModeAsExpected(Document document) throws IOException {
    assertOutcome(document, document.lenient(), response(LENIENT, document));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(CALLS)
  void base64InAFileReadsAsInMemory(Document document) throws IOException {
    assertOutcome(document, document.standard(), spooled(STANDARD, document));
    assertOutcome(document, document.lenient(), spooled(LENIENT, document));
  }

  private static Outcome spooled(Codec codec, Document document) throws IOException {
    // So that each byte of each base64 goes into a file.
    Spool spool = Spool.of(SpoolSettings.defaults().withSpoolThresholdBytes(0));
    try (SpoolFile file = spool.open()) {
      return Outcome.ofCall(() -> codec.readCall(document.open(), document.charset(), file).call());
    } finally {
      assertEquals(0, spool.bytes());
    }
  }

  private static Outcome call(Codec codec, Document document) throws IOException {
    return Outcome.ofCall(() -> codec.readCall(document.open(), document.charset()).call());
  }

  private static Outcome response(Codec codec, Document document) throws IOException {
    return Outcome.ofResponse(() -> codec.readResponse(document.open(), document.charset()));
  }

  private static void assertOutcome(Document document, Outcome expected, Outcome actual) {
    assertEquals(expected, actual.asDetailedAs(expected), document::toString);
  }
}
