package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcLiteHttpTransportFactory;
import org.apache.xmlrpc.client.XmlRpcSunHttpTransportFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Apache XML-RPC 3.1.3's client, in the ways it can be set up. */
final class ApacheClientTest {

  /** How the client is set up. */
  enum Setup {
    PLAIN,
    /** With sockets of its own in place of the JDK's client; it speaks HTTP/1.0. */
    PLAIN_LITE,
    EXTENSIONS,
    EXTENSIONS_LITE,
    /** Streams its calls, without a Content-Length. */
    EXTENSIONS_STREAMING,
    EXTENSIONS_GZIP;

    boolean hasExtensions() {
      return name().startsWith("EXTENSIONS");
    }
  }

  @SuppressWarnings("NullAway.Init")
  private static ShippedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ShippedServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static XmlRpcClient client(Setup setup) throws MalformedURLException {
    XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
    config.setServerURL(server.http().toURL());
    config.setEnabledForExtensions(setup.hasExtensions());
    config.setContentLengthOptional(setup == Setup.EXTENSIONS_STREAMING);
    config.setGzipCompressing(setup == Setup.EXTENSIONS_GZIP);
    config.setGzipRequesting(setup == Setup.EXTENSIONS_GZIP);
    config.setConnectionTimeout(10_000);
    config.setReplyTimeout(10_000);
    XmlRpcClient client = new XmlRpcClient();
    client.setConfig(config);
    client.setTransportFactory(
        setup.name().endsWith("LITE")
            ? new XmlRpcLiteHttpTransportFactory(client)
            : new XmlRpcSunHttpTransportFactory(client));
    return client;
  }

  private static @Nullable Object call(Setup setup, String method, @Nullable Object... params)
      throws Exception {
    return client(setup).execute(method, params);
  }

  private static @Nullable Object echo(Setup setup, @Nullable Object value) throws Exception {
    return call(setup, "sample.echo", value);
  }

  private static Map<String, Integer> stooges(int moe, int larry, int curly) {
    return Map.of("moe", moe, "larry", larry, "curly", curly);
  }

  @ParameterizedTest
  @EnumSource
  void arrayOfStructsTest(Setup setup) throws Exception {
    Object[] structs = {stooges(1, 2, 3), stooges(4, 5, 60), stooges(7, 8, -9)};
    assertEquals(54, call(setup, "validator1.arrayOfStructsTest", (Object) structs));
  }

  @ParameterizedTest
  @EnumSource
  void countTheEntities(Setup setup) throws Exception {
    assertEquals(
        Map.of(
            "ctLeftAngleBrackets", 2,
            "ctRightAngleBrackets", 1,
            "ctAmpersands", 2,
            "ctApostrophes", 0,
            "ctQuotes", 4),
        call(setup, "validator1.countTheEntities", "<<a>&&amp;\"\"\"\""));
  }

  @ParameterizedTest
  @EnumSource
  void easyStructTest(Setup setup) throws Exception {
    assertEquals(321, call(setup, "validator1.easyStructTest", stooges(1, 20, 300)));
  }

  @ParameterizedTest
  @EnumSource
  void echoStructTest(Setup setup) throws Exception {
    Map<String, Object> struct = Map.of("a", Map.of("b", Map.of()), "c", "d");
    assertEquals(struct, call(setup, "validator1.echoStructTest", struct));
    assertEquals(Map.of(), call(setup, "validator1.echoStructTest", Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void manyTypesTest(Setup setup) throws Exception {
    Object[] many = {7, true, "<&>", -2.5, date(), new byte[] {0, -1}};
    Object[] answer =
        assertInstanceOf(Object[].class, call(setup, "validator1.manyTypesTest", many));
    assertArrayEquals(many, answer);
  }

  @ParameterizedTest
  @EnumSource
  void moderateSizeArrayCheck(Setup setup) throws Exception {
    Object[] array = IntStream.range(0, 200).mapToObj(i -> "number " + i).toArray();
    assertEquals(
        "number 0number 199", call(setup, "validator1.moderateSizeArrayCheck", (Object) array));
  }

  @ParameterizedTest
  @EnumSource
  void nestedStructTest(Setup setup) throws Exception {
    Map<String, Object> april = new HashMap<>();
    IntStream.rangeClosed(2, 30).forEach(day -> april.put("%02d".formatted(day), Map.of()));
    april.put("01", stooges(12, 14, 3));
    Map<String, Object> calendar = Map.of("2000", Map.of("03", Map.of(), "04", april));
    assertEquals(29, call(setup, "validator1.nestedStructTest", calendar));
  }

  @ParameterizedTest
  @EnumSource
  void simpleStructReturnTest(Setup setup) throws Exception {
    assertEquals(
        Map.of("times10", -30, "times100", -300, "times1000", -3000),
        call(setup, "validator1.simpleStructReturnTest", -3));
  }

  static final List<Object> SPECIFIED =
      List.of(
          0,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          true,
          false,
          "",
          "  a  ",
          "<&>]]>'\"",
          "a\nb\tc",
          "\u00e4\u20ac",
          "x".repeat(200_000),
          0.0,
          -0.0,
          0.1,
          1e-7,
          1e16,
          Double.MAX_VALUE,
          Double.MIN_VALUE,
          date(),
          Map.of(),
          Map.of("", 1, " b ", "x", "\u00e4<&>", true),
          Map.of("a", Map.of("b", Map.of("c", 1))));

  static final List<Object> EXTENDED =
      List.of(
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          1L,
          (short) -300,
          (byte) -3,
          1.5f,
          Float.MIN_VALUE,
          new BigDecimal("-12345678901234567890.123456789"),
          new BigInteger("123456789012345678901234567890"));

  private static Date date() {
    // Without a zone on the wire, and the client's own on either side of it.
    return Date.from(Instant.parse("2026-11-24T07:08:09Z"));
  }

  @ParameterizedTest
  @FieldSource("SPECIFIED")
  void valueComesBackWithItsType(Object value) throws Exception {
    for (Setup setup : Setup.values()) {
      assertEquals(value, echo(setup, value), setup::name);
    }
  }

  @ParameterizedTest
  @FieldSource("EXTENDED")
  void valueOfTheExtensionsComesBackWithItsType(Object value) throws Exception {
    for (Setup setup : extended()) {
      assertEquals(value, echo(setup, value), setup::name);
    }
  }

  private static List<Setup> extended() {
    return Stream.of(Setup.values()).filter(Setup::hasExtensions).toList();
  }

  @ParameterizedTest
  @EnumSource
  void bytesComeBack(Setup setup) throws Exception {
    for (int length : new int[] {0, 1, 2, 3, 100_000}) {
      byte[] bytes = new byte[length];
      IntStream.range(0, length).forEach(i -> bytes[i] = (byte) i);
      assertArrayEquals(bytes, assertInstanceOf(byte[].class, echo(setup, bytes)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void arraysComeBack(Setup setup) throws Exception {
    Object[] value = {1, "two", 3.0, true, new Object[0], new Object[] {new Object[] {1}}};
    assertArrayEquals(value, assertInstanceOf(Object[].class, echo(setup, value)));
  }

  @ParameterizedTest
  @EnumSource
  void listComesBackAsAnArray(Setup setup) throws Exception {
    assertArrayEquals(
        new Object[] {1, Map.of("a", "b")},
        assertInstanceOf(Object[].class, echo(setup, List.of(1, Map.of("a", "b")))));
  }

  @Test
  void nullComesBack() throws Exception {
    for (Setup setup : extended()) {
      assertNull(echo(setup, null), setup::name);
      assertEquals(
          Collections.singletonMap("a", null), echo(setup, Collections.singletonMap("a", null)));
      assertNull(call(setup, "sample.oldest", List.of()));
    }
  }

  /** The type ex:dateTime of the extensions has a zone and milliseconds. */
  @ParameterizedTest
  @ValueSource(longs = {1_795_000_000_123L, 1_795_000_000_100L, 1_795_000_000_001L, 0})
  void calendarComesBack(long millis) throws Exception {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT+05:30"));
    calendar.setTimeInMillis(millis);
    for (Setup setup : extended()) {
      Calendar answer = assertInstanceOf(Calendar.class, echo(setup, calendar), setup::name);
      assertEquals(calendar.getTimeInMillis(), answer.getTimeInMillis(), setup::name);
      assertEquals(19_800_000, answer.getTimeZone().getRawOffset(), setup::name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void faultHasItsCodeAndText(Setup setup) {
    XmlRpcException fault =
        assertThrows(
            XmlRpcException.class, () -> call(setup, "sample.fail", 17, "out of <stock> \u20ac"));
    assertEquals(17, fault.code);
    assertEquals("out of <stock> \u20ac", fault.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void unknownMethodIsAFault(Setup setup) {
    XmlRpcException fault =
        assertThrows(XmlRpcException.class, () -> call(setup, "sample.getClass"));
    assertEquals(-32601, fault.code);
    assertEquals("no method sample.getClass", fault.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void wrongTypeIsAFault(Setup setup) {
    XmlRpcException fault =
        assertThrows(XmlRpcException.class, () -> call(setup, "get_power", "3", 2));
    assertEquals(-32602, fault.code);
  }

  @ParameterizedTest
  @EnumSource
  void multicallAnswersInOrder(Setup setup) throws Exception {
    Object[] calls = {
      Map.of("methodName", "sample.echo", "params", new Object[] {"a"}),
      Map.of("methodName", "sample.divide", "params", new Object[] {1, 0}),
      Map.of("methodName", "validator1.easyStructTest", "params", List.of(stooges(1, 2, 3)))
    };
    Object[] answers =
        assertInstanceOf(Object[].class, call(setup, "system.multicall", (Object) calls));
    assertArrayEquals(new Object[] {"a"}, (Object[]) answers[0]);
    assertEquals(Map.of("faultCode", 4, "faultString", "division by zero"), answers[1]);
    assertArrayEquals(new Object[] {6}, (Object[]) answers[2]);
  }

  @ParameterizedTest
  @EnumSource
  void introspectionAnswers(Setup setup) throws Exception {
    Object[] names = assertInstanceOf(Object[].class, call(setup, "system.listMethods"));
    assertTrue(List.of(names).contains("get_power"));
    assertEquals(
        "Raises a number to a power.",
        String.valueOf(call(setup, "system.methodHelp", "get_power")).lines().findFirst().get());
    assertArrayEquals(
        new Object[] {"int", "struct"},
        (Object[])
            assertInstanceOf(
                Object[].class, call(setup, "system.methodSignature", "validator1.easyStructTest"))[
                0]);
  }

  @Test
  void resultBeyondAnIntNeedsTheExtensions() throws Exception {
    assertEquals(1L << 40, call(Setup.EXTENSIONS, "get_power", 2, 40));
  }

  /**
   * It writes the two halves as two references, which is no XML; its own server refuses it, too.
   */
  @ParameterizedTest
  @EnumSource
  void characterBeyondSixteenBitIsNoXmlFromThisClient(Setup setup) {
    XmlRpcException fault = assertThrows(XmlRpcException.class, () -> echo(setup, "\ud83d\ude00"));
    assertEquals(-32700, fault.code);
  }
}
