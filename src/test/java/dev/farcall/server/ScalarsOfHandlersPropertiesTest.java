package dev.farcall.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.call.CallContext;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** No text, whatever it is, comes to a handler as a number that it does not say. */
final class ScalarsOfHandlersPropertiesTest {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final int CERTAIN_LENGTH = 10;

  /** Notes what comes to it. */
  public static final class Seen {
    private final List<Object> values = new ArrayList<>();

    public boolean anInt(int value) {
      return values.add(value);
    }

    public boolean anI8(long value) {
      return values.add(value);
    }

    public boolean aDouble(double value) {
      return values.add(value);
    }

    public boolean aBoolean(boolean value) {
      return values.add(value);
    }
  }

  private final Seen seen = new Seen();
  private final XmlRpcServer server = XmlRpcServer.builder().handler("seen", seen).build();

  // A hundred thousand texts: in hundreds, which costs the generator less than one by one.
  @Property(tries = 1_000)
  void anIntIsTheNumberItsTextSaysOrRefused(
      @ForAll @Size(100) List<@From("numberLike") String> texts) throws IOException {
    for (String text : texts) {
      assertInteger(text, seen("anInt", "int", text), 31, Integer.class);
    }
  }

  @Property(tries = 300)
  void anI8IsTheNumberItsTextSaysOrRefused(
      @ForAll @Size(100) List<@From("numberLike") String> texts) throws IOException {
    for (String text : texts) {
      assertInteger(text, seen("anI8", "i8", text), 63, Long.class);
    }
  }

  @Property(tries = 300)
  void aDoubleIsTheNumberItsTextSaysOrRefused(
      @ForAll @Size(100) List<@From("numberLike") String> texts) throws IOException {
    for (String text : texts) {
      String trimmed = trim(text);
      Object value = seen("aDouble", "double", text);
      if (DECIMAL.matcher(trimmed).matches()) {
        double nearest = Double.parseDouble(trimmed);
        assertTrue(value == null ? Double.isInfinite(nearest) : nearest == (Double) value, text);
      } else {
        assertEquals(null, value, text);
      }
    }
  }

  @Property(tries = 300)
  void aBooleanIsZeroOrOneOrRefused(@ForAll @Size(100) List<@From("numberLike") String> texts)
      throws IOException {
    for (String text : texts) {
      String trimmed = trim(text);
      Object expected = trimmed.equals("1") ? Boolean.TRUE : trimmed.equals("0") ? false : null;
      assertEquals(expected, seen("aBoolean", "boolean", text), text);
    }
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

  /** What came to the handler; null if the call is refused with the code for that. */
  private @Nullable Object seen(String method, String type, String text) throws IOException {
    String document =
        ("<methodCall><methodName>seen." + method + "</methodName><params><param><value><")
            + (type + ">" + text + "</" + type)
            + "></value></param></params></methodCall>";
    Optional<Fault> fault = answer(document.getBytes(StandardCharsets.UTF_8)).fault();
    fault.ifPresent(refusal -> assertEquals(FaultCode.INVALID_PARAMS.code(), refusal.code(), text));
    assertEquals(fault.isPresent() ? 0 : 1, seen.values.size(), text);
    return seen.values.isEmpty() ? null : seen.values.remove(0);
  }

  private MethodResponse answer(byte[] document) throws IOException {
    try {
      return server.call(
          CODEC.readCall(new ByteArrayInputStream(document), null).call(), CallContext.local());
    } catch (WireException e) {
      return MethodResponse.of(Fault.of(e.code(), String.valueOf(e.getMessage())));
    }
  }

  private static String trim(String text) {
    return text.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "");
  }
}
