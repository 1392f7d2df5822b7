package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Delivery;
import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.mapping.TypeRef;
import dev.farcall.testkit.ApacheServer;
import dev.farcall.wire.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Apache XML-RPC 3.1.3's own web server, without and with its extensions, called by our client. */
final class ApacheServerClientTest {

  private static ApacheServer plainServer;
  private static ApacheServer extendedServer;
  private static XmlRpcClient plain;
  private static XmlRpcClient extended;

  @BeforeAll
  static void start() throws Exception {
    plainServer = ApacheServer.plain();
    extendedServer = ApacheServer.extended();
    plain = XmlRpcClient.builder(plainServer.uri()).build();
    extended = XmlRpcClient.builder(extendedServer.uri()).dialect(Dialect.APACHE).build();
  }

  @AfterAll
  static void stop() {
    plain.close();
    extended.close();
    plainServer.close();
    extendedServer.close();
  }

  /** Which of the two. */
  enum Setup {
    PLAIN,
    EXTENDED;

    XmlRpcClient client() {
      return this == PLAIN ? plain : extended;
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(Setup.values())
        .flatMap(
            setup ->
                Stream.of(
                        -2147483648,
                        true,
                        -1.5,
                        1e16,
                        1e-7,
                        "",
                        " a <b> & \"c\" ]]> é 日本 ",
                        DateTime.parse("20261124T07:08:09"),
                        Binary.of(new byte[0]),
                        Binary.of(new byte[] {0, -1, 127}),
                        List.of(),
                        new Struct(),
                        List.of(List.of(), new Struct().with("a&b", List.of(1, "", 2.5))))
                    .map(value -> Arguments.of(setup, value)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueComesBackAsItWas(Setup setup, Object value) {
    assertEquals(value, setup.client().call("echo", value));
  }

  @ParameterizedTest
  @EnumSource
  void charactersBeyondTheBasicPlaneComeBackIllFormed(Setup setup) {
    // The server writes references to the two halves, which no XML may have.
    WireException e =
        assertThrows(WireException.class, () -> setup.client().call("echo", "\ud83d\ude00"));
    assertEquals(FaultCode.NOT_WELL_FORMED, e.code());
    assertEquals(
        "not well-formed: Illegal character entity: expansion character (code 0xd83d)",
        e.problem());
  }

  static Stream<Object> extendedValues() {
    return Stream.of(
        Long.MAX_VALUE,
        (byte) -128,
        (short) -32768,
        1.5f,
        new BigDecimal("12345678901234567890.12345"),
        new BigInteger("123456789012345678901234567890"),
        List.of(1L, (byte) 2));
  }

  @ParameterizedTest
  @MethodSource("extendedValues")
  void extendedValueComesBackAsItWas(Object value) {
    assertEquals(value, extended.call("echo", value));
  }

  @Test
  void extendedServerHasNull() {
    assertNull(extended.call("nothing"));
    Struct holes = new Struct().with("none", null);
    assertEquals(holes, extended.call("echo", holes));
  }

  @Test
  void extensionsAreNotSentUnlessTheDialectHasThem() {
    WireException e = assertThrows(WireException.class, () -> plain.call("echo", 1L << 40));
    assertEquals(
        "params[0]: a Long that no type of the peer can hold (setting extensions)", e.getMessage());
  }

  @Test
  void plainServerBreaksOffWhereNullWouldBe() {
    TransportException e = assertThrows(TransportException.class, () -> plain.call("nothing"));
    assertEquals(
        plainServer.uri() + ": the connection broke before the answer came", e.getMessage());
    assertEquals(Delivery.UNKNOWN, e.delivery());
  }

  @ParameterizedTest
  @EnumSource
  void dateIsInTheZoneOfTheServer(Setup setup) {
    LocalDateTime there =
        LocalDateTime.ofInstant(Instant.parse("2026-11-24T07:08:09Z"), ZoneId.systemDefault());
    assertEquals(there, setup.client().call(LocalDateTime.class, "moment"));
  }

  @ParameterizedTest
  @EnumSource
  void megabyteComesBack(Setup setup) {
    byte[] bytes = new byte[1 << 20];
    new Random(1).nextBytes(bytes);
    assertEquals(Binary.of(bytes), setup.client().call("echo", bytes));
  }

  @ParameterizedTest
  @EnumSource
  void faultIsThatOfTheHandler(Setup setup) {
    FaultException e =
        assertThrows(FaultException.class, () -> setup.client().call("fail", 17, "out of stock"));
    assertEquals(17, e.code());
    assertEquals("out of stock", e.faultString());
  }

  @Test
  void exceptionOfTheHandlerIsAFault() {
    FaultException e = assertThrows(FaultException.class, () -> plain.call("crash", "sorry"));
    assertEquals(0, e.code());
    assertEquals("sorry", e.faultString());
  }

  @Test
  void exceptionThatCameAlongIsBytesAndNothingElse() {
    FaultException e = assertThrows(FaultException.class, () -> extended.call("crash", "sorry"));
    assertEquals("sorry", e.faultString());
    assertInstanceOf(Binary.class, e.members().get("faultCause"));
    assertNull(e.getCause());
  }

  @ParameterizedTest
  @EnumSource
  void unknownMethodIsAFault(Setup setup) {
    FaultException e = assertThrows(FaultException.class, () -> setup.client().call("no.such"));
    assertEquals(0, e.code());
    assertEquals("No such handler: no.such", e.faultString());
  }

  @ParameterizedTest
  @EnumSource
  void serverTellsOfItsMethods(Setup setup) {
    List<String> names = setup.client().call(new TypeRef<List<String>>() {}, "system.listMethods");
    assertTrue(names.contains("sample.add"));
    assertEquals(
        List.of(List.of("int", "int", "int")),
        setup.client().call("system.methodSignature", "sample.add"));
    assertEquals(
        "Invokes the method dev.farcall.testkit.ApacheServer$Sample.add(int, int).",
        setup.client().call("system.methodHelp", "sample.add"));
  }
}
