package dev.farcall.wire;

import static dev.farcall.wire.TestDocuments.STANDARD;
import static dev.farcall.wire.TestDocuments.unwritable;
import static dev.farcall.wire.TestDocuments.written;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Dialect.Base64Lines;
import dev.farcall.wire.Dialect.IllegalCharacters;
import dev.farcall.wire.Dialect.Nil;
import dev.farcall.wire.Dialect.NonFinite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, and what is refused, in each dialect. */
final class DialectTest {

  private static final Dialect SPECIFICATION = Dialect.SPECIFICATION;
  private static final Dialect PLAIN = Dialect.PLAIN;
  private static final Dialect APACHE = Dialect.APACHE;

  @Test
  void theTypesOfTheSpecificationAreTheSameInEveryDialect() {
    for (Dialect dialect : new Dialect[] {SPECIFICATION, PLAIN, APACHE}) {
      assertEquals("<value><int>-5</int></value>", written(-5, dialect));
      assertEquals("<value><boolean>1</boolean></value>", written(true, dialect));
      assertEquals("<value><boolean>0</boolean></value>", written(false, dialect));
      assertEquals("<value><double>1.5</double></value>", written(1.5, dialect));
      assertEquals("<value><string>a&lt;b</string></value>", written("a<b", dialect));
      assertEquals("<value><string></string></value>", written("", dialect));
      assertEquals(
          "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>",
          written(DateTime.parse("1998-07-17T14:08:55"), dialect));
      assertEquals(
          "<value><base64>QUJD</base64></value>",
          written(Binary.of(new byte[] {65, 66, 67}), dialect));
      assertEquals("<value><base64></base64></value>", written(Binary.of(new byte[0]), dialect));
      assertEquals("<value><array><data></data></array></value>", written(List.of(), dialect));
      assertEquals("<value><struct></struct></value>", written(Map.of(), dialect));
      assertEquals(
          "<value><struct><member><name>a&amp;b</name><value><array><data>"
              + "<value><int>1</int></value></data></array></value></member></struct></value>",
          written(new Struct().with("a&b", List.of(1)), dialect));
    }
  }

  @Test
  void extensionsAreSpelledByDialect() {
    assertEquals("<value><i8>4294967296</i8></value>", written(1L << 32, PLAIN));
    assertEquals("<value><int>5</int></value>", written(5L, PLAIN));
    assertEquals("<value><int>5</int></value>", written((short) 5, SPECIFICATION));
    assertEquals("<value><double>0.1</double></value>", written(0.1f, PLAIN));
    assertEquals("<value><double>0.5</double></value>", written(new BigDecimal("0.50"), PLAIN));
    assertEquals("<value><ex:i8>5</ex:i8></value>", written(5L, APACHE));
    assertEquals("<value><ex:i2>5</ex:i2></value>", written((short) 5, APACHE));
    assertEquals("<value><ex:i1>5</ex:i1></value>", written((byte) 5, APACHE));
    assertEquals("<value><ex:float>0.1</ex:float></value>", written(0.1f, APACHE));
    assertEquals(
        "<value><ex:bigdecimal>0.50</ex:bigdecimal></value>",
        written(new BigDecimal("0.50"), APACHE));
    assertEquals(
        "<value><ex:biginteger>5</ex:biginteger></value>", written(BigInteger.valueOf(5), APACHE));
  }

  @Test
  void aNumberWithoutATypeIsRefused() {
    assertEquals(
        "result: a Long that no type of the peer can hold (setting extensions)",
        unwritable(1L << 32, SPECIFICATION).getMessage());
    assertEquals(
        "result: a BigInteger that no type of the peer can hold (setting extensions)",
        unwritable(BigInteger.ONE.shiftLeft(64), PLAIN).getMessage());
    assertEquals(
        "result: a BigDecimal that no type of the peer can hold (setting extensions)",
        unwritable(new BigDecimal("1e400"), PLAIN).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, APACHE, <ex:nil/>",
    "PLAIN, EXTENSION, <nil/>",
    "PLAIN, APACHE, <ex:nil/>",
    "APACHE, EXTENSION, <ex:nil/>",
    "APACHE, APACHE, <ex:nil/>"
  })
  void nilIsSpelledByDialect(String dialect, Nil nil, String written) {
    assertEquals("<value>" + written + "</value>", written(null, named(dialect).withNil(nil)));
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, EXTENSION",
    "SPECIFICATION, REFUSE",
    "PLAIN, REFUSE",
    "APACHE, REFUSE"
  })
  void nilIsRefusedWhereThePeerDoesNotKnowIt(String dialect, Nil nil) {
    assertEquals(
        "result.a: null, which the peer does not know (setting nil)",
        unwritable(new Struct().with("a", null), named(dialect).withNil(nil)).getMessage());
  }

  @Test
  void theNamespaceIsDeclaredWhereItIsUsed() throws IOException {
    String declaration = " xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\"><params>";

    assertTrue(document(5, APACHE).contains("<methodResponse" + declaration));
    assertTrue(document(5, PLAIN.withNil(Nil.APACHE)).contains("<methodResponse" + declaration));
    assertTrue(document(5, PLAIN).contains("<methodResponse><params>"));
  }

  @ParameterizedTest
  @CsvSource({"NaN, nan", "Infinity, inf", "-Infinity, -inf"})
  void numbersThatAreNotFiniteAreWrittenOnlyWhereOneAsksForIt(double value, String written) {
    Dialect writing = PLAIN.withNonFinite(NonFinite.WRITE);

    assertEquals(
        "result: " + value + " is no number of XML-RPC (setting non-finite)",
        unwritable(value, PLAIN).getMessage());
    assertThrows(WireException.class, () -> written((float) value, APACHE));
    assertEquals("<value><double>" + written + "</double></value>", written(value, writing));
    assertEquals(
        "<value><double>" + written + "</double></value>", written((float) value, writing));
    assertEquals(
        "<value><double>" + written + "</double></value>",
        written((float) value, APACHE.withNonFinite(NonFinite.WRITE)));
  }

  @Test
  void charactersThatXmlCannotHoldFollowTheRule() {
    String text = "a\0b";

    assertEquals(
        "result[1]: U+0000 at position 1 cannot be written as XML (setting illegal-characters)",
        unwritable(List.of("", text), PLAIN).getMessage());
    assertEquals(
        "<value><string>a\ufffdb</string></value>",
        written(text, PLAIN.withIllegalCharacters(IllegalCharacters.REPLACE)));
    assertEquals(
        "<value><string>ab</string></value>",
        written(text, PLAIN.withIllegalCharacters(IllegalCharacters.STRIP)));
    assertEquals(
        "<value><base64>YQBi</base64></value>",
        written(text, PLAIN.withIllegalCharacters(IllegalCharacters.BASE64)));
    assertEquals(
        "<value><string>ab</string></value>",
        written("ab", PLAIN.withIllegalCharacters(IllegalCharacters.BASE64)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REFUSE", "BASE64"})
  void aNameWithThemIsRefused(IllegalCharacters rule) {
    assertEquals(
        "result[\"a\\u0000\"]: U+0000 at position 1 cannot be written as XML"
            + " (setting illegal-characters)",
        unwritable(new Struct().with("a\0", 1), PLAIN.withIllegalCharacters(rule)).getMessage());
  }

  @Test
  void theNameOfAMethodWithThemIsRefused() {
    assertEquals(
        "methodName: U+0001 at position 1 cannot be written as XML (setting illegal-characters)",
        assertThrows(
                WireException.class,
                () ->
                    STANDARD.write(
                        MethodCall.of("a\u0001b"), PLAIN, OutputStream.nullOutputStream()))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 56, 57, 58, 114, 2_735, 2_736, 2_737, 10_000})
  void base64IsOneLineOrLinesAsPythonWritesThem(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0xA5);
    String lines = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);

    assertEquals(
        "<value><base64>" + Base64.getEncoder().encodeToString(bytes) + "</base64></value>",
        written(Binary.of(bytes), PLAIN));
    assertEquals(
        "<value><base64>" + lines + (size == 0 ? "" : "\n") + "</base64></value>",
        written(Binary.of(bytes), PLAIN.withBase64(Base64Lines.WRAPPED)));
  }

  @Test
  void theEncodingIsDeclaredAndKept() throws IOException {
    for (Charset charset : new Charset[] {ISO_8859_1, US_ASCII, UTF_16}) {
      byte[] bytes = bytes("é€😀", PLAIN.withEncoding(charset));

      assertTrue(
          new String(bytes, charset)
              .startsWith("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>"));
      assertEquals("é€😀", STANDARD.readResponse(new ByteArrayInputStream(bytes), null).value());
    }
  }

  @Test
  void noElementOfTheEnvelopeIsSelfClosed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    STANDARD.write(MethodCall.of("m"), PLAIN, out);

    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<methodCall><methodName>m</methodName><params></params></methodCall>",
        out.toString(US_ASCII));
  }

  @Test
  void aFaultHasExactlyTwoMembers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    STANDARD.write(MethodResponse.of(new Fault(4, "x")), PLAIN, out);

    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><fault><value><struct>"
            + "<member><name>faultCode</name><value><int>4</int></value></member>"
            + "<member><name>faultString</name><value><string>x</string></value></member>"
            + "</struct></value></fault></methodResponse>",
        out.toString(US_ASCII));
  }

  @Test
  void whatIsRefusedInAFaultIsSaidToBeThere() {
    assertEquals(
        "fault.faultString: U+0000 at position 0 cannot be written as XML"
            + " (setting illegal-characters)",
        assertThrows(
                WireException.class,
                () -> STANDARD.check(MethodResponse.of(new Fault(4, "\0")), PLAIN))
            .getMessage());
  }

  @Test
  void theParamThatIsRefusedIsCounted() {
    assertEquals(
        "params[2].list[1].zip: an object that is not a value of XML-RPC",
        assertThrows(
                WireException.class,
                () ->
                    STANDARD.write(
                        MethodCall.of(
                            "m", 1, 2, Map.of("list", List.of(1, Map.of("zip", new Object())))),
                        PLAIN,
                        OutputStream.nullOutputStream()))
            .getMessage());
  }

  @Test
  void aNameThatIsNoStringIsRefused() {
    assertEquals(
        "result: a member of a struct has a name that is no string",
        unwritable(Map.of(1, 2), PLAIN).getMessage());
    assertEquals(
        "result: a member of a struct has a name that is no string",
        unwritable(Collections.singletonMap(null, 2), PLAIN).getMessage());
  }

  @Test
  void aCycleIsRefused() {
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);

    WireException e = unwritable(cycle, PLAIN);

    assertEquals(FaultCode.INTERNAL_ERROR, e.code());
    assertEquals(
        "result" + "[0]".repeat(64) + ": more than 64 levels of nesting (setting max-depth)",
        e.getMessage());
  }

  @Test
  void checkingFindsWhatWritingWouldFind() {
    STANDARD.check(MethodResponse.of("x"), PLAIN);

    assertEquals(
        unwritable("\0", PLAIN).getMessage(),
        assertThrows(WireException.class, () -> STANDARD.check(MethodResponse.of("\0"), PLAIN))
            .getMessage());
  }

  private static Dialect named(String name) {
    return switch (name) {
      case "SPECIFICATION" -> SPECIFICATION;
      case "PLAIN" -> PLAIN;
      default -> APACHE;
    };
  }

  private static String document(@Nullable Object value, Dialect dialect) throws IOException {
    return new String(bytes(value, dialect), dialect.encoding());
  }

  private static byte[] bytes(@Nullable Object value, Dialect dialect) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    STANDARD.write(MethodResponse.of(value), dialect, out);
    return out.toByteArray();
  }
}
