package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** No text, whatever it is, becomes a number that it does not say. */
final class ScalarTextPropertiesTest {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final int CERTAIN_LENGTH = 10;

  // A hundred thousand texts: in hundreds, which costs the generator less than one by one.
  @Property(tries = 1_000)
  void anIntIsTheNumberItsTextSaysOrRefused(
      @ForAll @Size(100) List<@From("numberLike") String> texts) throws IOException {
    for (String text : texts) {
      assertInteger(text, read("int", text), 31, Integer.class);
    }
  }

  @Property(tries = 5_000)
  void anI8IsTheNumberItsTextSaysOrRefused(@ForAll("numberLike") String text) throws IOException {
    assertInteger(text, read("i8", text), 63, Long.class);
  }

  @Property(tries = 5_000)
  void aDoubleIsTheNumberItsTextSaysOrRefused(@ForAll("numberLike") String text)
      throws IOException {
    String trimmed = trim(text);
    Object read = read("double", text);
    if (DECIMAL.matcher(trimmed).matches()) {
      double nearest = Double.parseDouble(trimmed);
      assertTrue(read == null ? Double.isInfinite(nearest) : nearest == (Double) read, text);
    } else {
      assertEquals(null, read, text);
    }
  }

  @Property(tries = 5_000)
  void aBooleanIsZeroOrOneOrRefused(@ForAll("numberLike") String text) throws IOException {
    String trimmed = trim(text);
    Object expected = trimmed.equals("1") ? Boolean.TRUE : trimmed.equals("0") ? false : null;
    assertEquals(expected, read("boolean", text), text);
  }

  @Provide
  Arbitrary<String> numberLike() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> numbers =
        Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.longs()).map(Object::toString);
    Arbitrary<String> noise =
        Arbitraries.of(
            "+", "-", " ", "\t", "\n", "\r", ".", ",", "_", "e", "E5", "x", "0x", "L", "f", "d");
    Arbitrary<String> foreign =
        Arbitraries.of("\u0661", "\u06f3", "\uff15", "\u00a0", "\u2212", "\u00b2", "\ud835\udfd9");
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(4, digits), Tuple.of(2, numbers), Tuple.of(3, noise), Tuple.of(1, foreign));
    return pieces.list().ofMaxSize(4).map(list -> String.join("", list)).withoutEdgeCases();
  }

  private static void assertInteger(
      String text, @Nullable Object read, int bits, Class<? extends Number> type) {
    String trimmed = trim(text);
    boolean integer = INTEGER.matcher(trimmed).matches();
    boolean fits = integer && new BigInteger(trimmed).bitLength() <= bits;
    if (read != null) {
      assertTrue(fits && type.isInstance(read), text);
      assertEquals(new BigInteger(trimmed), new BigInteger(read.toString()), text);
    } else {
      // A number of which the greater part is leading zeros may be refused for its length.
      assertTrue(!fits || trimmed.length() > CERTAIN_LENGTH, text);
    }
  }

  /** The value; null if it is refused with the code for that. */
  private static @Nullable Object read(String type, String text) throws IOException {
    String document =
        "<methodCall><methodName>m</methodName><params><param><value><"
            + (type + ">" + text + "</" + type)
            + "></value></param></params></methodCall>";
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    try {
      return CODEC.readCall(new ByteArrayInputStream(bytes), null).call().params().get(0);
    } catch (WireException e) {
      assertEquals(FaultCode.INVALID_PARAMS, e.code(), text);
      return null;
    }
  }

  private static String trim(String text) {
    return text.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "");
  }
}
