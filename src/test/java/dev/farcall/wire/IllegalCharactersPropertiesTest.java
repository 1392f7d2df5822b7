package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Binary;
import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.GeneratedValues;
import dev.farcall.wire.Dialect.IllegalCharacters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Characters that XML cannot hold never make a document that nobody can read. */
final class IllegalCharactersPropertiesTest {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  // One char, or two that are a pair: what is not in here is illegal.
  private static final String LEGAL =
      "[\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  @Property(tries = 500)
  void refusingThrowsWhereverTheTextLies(@ForAll("illegal") String text) {
    assertRefused(text);
    assertRefused(List.of("a", text));
    assertRefused(new Struct().with("a", text));
    assertRefused(new Struct().with(text, "a"));
  }

  @Property(tries = 500)
  void replacingPutsTheReplacementCharacterForEach(@ForAll("illegal") String text)
      throws IOException {
    String expected = text.replaceAll("(?!" + LEGAL + ").", "\ufffd");
    assertEquals(expected, roundTrip(text, IllegalCharacters.REPLACE));
  }

  @Property(tries = 500)
  void strippingLeavesEachOut(@ForAll("illegal") String text) throws IOException {
    String expected = text.replaceAll("(?!" + LEGAL + ").", "");
    assertEquals(expected, roundTrip(text, IllegalCharacters.STRIP));
  }

  @Property(tries = 500)
  void base64HoldsTheTextInUtf8(@ForAll("illegal") String text) throws IOException {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      Binary expected = Binary.of(text.getBytes(StandardCharsets.UTF_8));
      assertEquals(expected, roundTrip(text, IllegalCharacters.BASE64));
    } else {
      WireException refused =
          assertThrows(WireException.class, () -> roundTrip(text, IllegalCharacters.BASE64));
      assertEquals(
          "result: half of a surrogate pair, which no encoding has (setting illegal-characters)",
          refused.problem());
    }
  }

  @Property(tries = 500)
  void legalTextIsTheSameUnderEveryPolicy(
      @ForAll("legal") String text, @ForAll IllegalCharacters policy) throws IOException {
    assertEquals(text, roundTrip(text, policy));
  }

  @Provide
  Arbitrary<String> illegal() {
    return GeneratedValues.illegalTexts();
  }

  @Provide
  Arbitrary<String> legal() {
    return Arbitraries.oneOf(GeneratedValues.texts(), Arbitraries.of("", "\r", "\ud83d\ude00"));
  }

  private static void assertRefused(Object value) {
    MethodResponse response = MethodResponse.of(value);
    WireException written =
        assertThrows(
            WireException.class,
            () -> CODEC.write(response, Dialect.PLAIN, new ByteArrayOutputStream()));
    WireException checked =
        assertThrows(WireException.class, () -> CODEC.check(response, Dialect.PLAIN));
    assertEquals(FaultCode.INTERNAL_ERROR, written.code());
    assertEquals(written.problem(), checked.problem());
  }

  private static @Nullable Object roundTrip(String text, IllegalCharacters policy)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CODEC.write(MethodResponse.of(text), Dialect.PLAIN.withIllegalCharacters(policy), out);
    return CODEC.readResponse(new ByteArrayInputStream(out.toByteArray()), null).value();
  }
}
