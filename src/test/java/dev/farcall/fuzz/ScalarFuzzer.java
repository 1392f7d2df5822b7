package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Lexical;
import dev.farcall.model.MethodResponse;
import dev.farcall.model.ScalarType;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any text as a scalar of each type: it is read as {@link NaiveScalars} read it or refused as they
 * refuse it, in a document as well, and what was read can be written and read again.
 */
public final class ScalarFuzzer {

  private static final Codec STANDARD = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  private static final Codec LENIENT = Codec.of(WireLimits.defaults(), Reading.LENIENT);
  private static final List<ScalarType> TYPES = List.of(ScalarType.values());
  private static final int LONGEST_MESSAGE = 400;
  // Each character, escaped, and the dots.
  private static final int LONGEST_QUOTE = 40 * 6 + 5;

  private ScalarFuzzer() {}

  /** What Jazzer calls first: loads the classes, for which no input should be blamed. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  /** What Jazzer calls, with a text in UTF-8. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    checkQuote(text);
    assertEquals(firstIllegal(text), Lexical.illegalCharacter(text));
    List<@Nullable Object> values = new ArrayList<>();
    for (ScalarType type : TYPES) {
      Attempt attempt = parse(type, text);
      if (attempt.isAccepted()) {
        values.add(attempt.result());
      }
    }
    if (Lexical.illegalCharacter(text) < 0) {
      // One of them for each text: a document takes longer than all of the above.
      checkInDocument(TYPES.get(Math.floorMod(text.hashCode(), TYPES.size())), text);
      checkRoundTrip(values);
    }
  }

  private static Attempt parse(ScalarType type, String text) {
    Attempt attempt = Attempt.of(() -> type.parse(text));
    Attempt naive = Attempt.of(() -> NaiveScalars.parse(type.elementName(), text));
    if (attempt.refusal() instanceof WireException refusal) {
      checkRefusal(type, refusal);
      assertTrue(!naive.isAccepted(), () -> type + ": refused but " + naive);
    } else {
      assertEquals(naive, attempt, () -> type + " by NaiveScalars");
    }
    return attempt;
  }

  private static void checkRefusal(ScalarType type, WireException refusal) {
    FaultCode expected =
        type == ScalarType.NIL ? FaultCode.INVALID_REQUEST : FaultCode.INVALID_PARAMS;
    assertEquals(expected, refusal.code());
    assertEquals(-1, Lexical.illegalCharacter(refusal.problem()), refusal::problem);
    assertTrue(refusal.problem().length() <= LONGEST_MESSAGE, refusal::problem);
  }

  private static void checkQuote(String text) {
    String quote = Lexical.quote(text);
    assertTrue(quote.length() <= LONGEST_QUOTE, quote);
    assertTrue(quote.chars().noneMatch(Character::isISOControl), quote);
  }

  private static int firstIllegal(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isLegal(c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return -1;
  }

  /** The production Char of XML 1.0, word for word. */
  private static boolean isLegal(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }

  private static void checkInDocument(ScalarType type, String text) {
    Attempt alone = parse(type, text);
    byte[] document = document(type, text);
    Attempt standard = read(STANDARD, document);
    assertEquals(alone.isAccepted(), standard.isAccepted(), type::toString);
    if (alone.isAccepted()) {
      assertEquals(alone, standard);
      assertEquals(alone, read(LENIENT, document));
    } else {
      checkLenient(read(LENIENT, document));
    }
  }

  private static void checkLenient(Attempt lenient) {
    if (lenient.isAccepted()) {
      MethodResponse guess = MethodResponse.of(lenient.result());
      assertEquals(
          lenient,
          Attempt.of(
              () -> {
                Dialect dialect = Dialect.APACHE.withNonFinite(Dialect.NonFinite.WRITE);
                return ((MethodResponse)
                        DocumentKind.RESPONSE.read(
                            LENIENT, DocumentKind.RESPONSE.write(LENIENT, guess, dialect)))
                    .value();
              }));
    }
  }

  private static void checkRoundTrip(List<@Nullable Object> values) {
    Attempt again =
        Attempt.of(
            () -> {
              byte[] written =
                  DocumentKind.RESPONSE.write(STANDARD, MethodResponse.of(values), Dialect.APACHE);
              return ((MethodResponse) DocumentKind.RESPONSE.read(STANDARD, written)).value();
            });
    assertEquals(new Attempt(values, null), again, "written and read again");
  }

  private static Attempt read(Codec codec, byte[] document) {
    return StandardError.silent(
        () ->
            Attempt.of(() -> codec.readResponse(new ByteArrayInputStream(document), null).value()));
  }

  private static byte[] document(ScalarType type, String text) {
    String escaped =
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
    String element = type.elementName();
    return ("<methodResponse><params><param><value><"
            + element
            + ">"
            + escaped
            + "</"
            + element
            + "></value></param></params></methodResponse>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
