package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.GeneratedValues;
import dev.farcall.testkit.JaxbAlone;
import dev.farcall.testkit.PlainDialect;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is written reads back equal, whichever way it is written and read. */
final class RoundTripPropertiesTest {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  @Property(tries = 400)
  void apacheDialectKeepsEveryTypeAndValue(@ForAll("any") @Nullable Object value)
      throws IOException {
    assertEquals(value, readResponse(write(MethodResponse.of(value), Dialect.APACHE)).value());
  }

  @Property(tries = 400)
  void apacheDialectKeepsParamsInOrder(@ForAll("params") List<@Nullable Object> params)
      throws IOException {
    MethodCall call = new MethodCall("sample.echo", params);
    assertEquals(call, readCall(write(call, Dialect.APACHE)));
  }

  @Property(tries = 400)
  void plainDialectKeepsTheTypesOfTheSpecification(@ForAll("specified") @Nullable Object value)
      throws IOException {
    MethodResponse response = MethodResponse.of(value);
    assertEquals(PlainDialect.readBack(response), readResponse(write(response, Dialect.PLAIN)));
  }

  @Property(tries = 400)
  void plainDialectSaysTheOthersWithThemOrRefuses(@ForAll("any") @Nullable Object value)
      throws IOException {
    MethodResponse response = MethodResponse.of(value);
    if (PlainDialect.canWrite(value)) {
      assertEquals(PlainDialect.readBack(response), readResponse(write(response, Dialect.PLAIN)));
    } else {
      assertThrows(WireException.class, () -> write(response, Dialect.PLAIN));
    }
  }

  @Property(tries = 400)
  void otherEncodingsKeepEveryValue(@ForAll("any") @Nullable Object value) throws IOException {
    Dialect latin = Dialect.APACHE.withEncoding(StandardCharsets.ISO_8859_1);
    Dialect ascii = Dialect.APACHE.withEncoding(StandardCharsets.US_ASCII);
    assertEquals(value, readResponse(write(MethodResponse.of(value), latin)).value());
    assertEquals(value, readResponse(write(MethodResponse.of(value), ascii)).value());
  }

  @Property(tries = 400)
  void wrappedBase64KeepsEveryByte(@ForAll("any") @Nullable Object value) throws IOException {
    Dialect wrapped = Dialect.APACHE.withBase64(Dialect.Base64Lines.WRAPPED);
    assertEquals(value, readResponse(write(MethodResponse.of(value), wrapped)).value());
  }

  @Property(tries = 400)
  void jaxbAloneReadsWhatTheCodecWrote(@ForAll("any") @Nullable Object value) throws Exception {
    byte[] document = write(MethodResponse.of(value), Dialect.APACHE);
    assertEquals(MethodResponse.of(value), JaxbAlone.read(MethodResponse.class, document));
  }

  @Property(tries = 400)
  void jaxbAloneReadsTheCallTheCodecWrote(@ForAll("params") List<@Nullable Object> params)
      throws Exception {
    MethodCall call = new MethodCall("sample.echo", params);
    assertEquals(call, JaxbAlone.read(MethodCall.class, write(call, Dialect.APACHE)));
  }

  @Property(tries = 400)
  void theCodecReadsWhatJaxbAloneWrote(@ForAll("specified") @Nullable Object value)
      throws IOException, JAXBException {
    MethodResponse response = MethodResponse.of(value);
    assertEquals(PlainDialect.readBack(response), readResponse(JaxbAlone.write(response)));
  }

  @Property(tries = 10_000)
  void everyFiniteDoubleComesBackBitForBit(@ForAll("doubles") double value) throws IOException {
    byte[] document = write(MethodResponse.of(value), Dialect.PLAIN);
    Object read = Objects.requireNonNull(readResponse(document).value());
    assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits((Double) read));
  }

  @Property(tries = 2_000)
  void aDoubleIsWrittenWithAPointAndWithoutAnExponent(@ForAll("doubles") double value)
      throws IOException {
    String document = utf8(write(MethodResponse.of(value), Dialect.PLAIN));
    String text = document.replaceAll("(?s).*<double>(.*)</double>.*", "$1");
    assertFalse(text.isEmpty() || !text.matches("-?\\d+\\.\\d+"), text);
  }

  @Property(tries = 400)
  void everyLegalTextComesBackAsMemberName(@ForAll("texts") String name) throws IOException {
    Struct struct = new Struct().with(name, 1);
    byte[] document = write(MethodResponse.of(struct), Dialect.PLAIN);
    assertEquals(struct, readResponse(document).value());
  }

  @Property(tries = 400)
  void theCheckPassesExactlyWhatCanBeWritten(@ForAll("any") @Nullable Object value) {
    MethodResponse response = MethodResponse.of(value);
    if (PlainDialect.canWrite(value)) {
      assertDoesNotThrow(() -> CODEC.check(response, Dialect.PLAIN));
    } else {
      assertThrows(WireException.class, () -> CODEC.check(response, Dialect.PLAIN));
    }
  }

  @Provide
  Arbitrary<@Nullable Object> any() {
    return GeneratedValues.any();
  }

  @Provide
  Arbitrary<@Nullable Object> specified() {
    return GeneratedValues.specified();
  }

  @Provide
  Arbitrary<List<@Nullable Object>> params() {
    return GeneratedValues.any().list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<Double> doubles() {
    return GeneratedValues.doubles();
  }

  @Provide
  Arbitrary<String> texts() {
    return GeneratedValues.texts();
  }

  private static byte[] write(MethodResponse response, Dialect dialect) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CODEC.write(response, dialect, out);
    return out.toByteArray();
  }

  private static byte[] write(MethodCall call, Dialect dialect) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CODEC.write(call, dialect, out);
    return out.toByteArray();
  }

  private static MethodResponse readResponse(byte[] document) throws IOException {
    return CODEC.readResponse(new ByteArrayInputStream(document), null);
  }

  private static MethodCall readCall(byte[] document) throws IOException {
    return CODEC.readCall(new ByteArrayInputStream(document), null).call();
  }

  private static String utf8(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}
