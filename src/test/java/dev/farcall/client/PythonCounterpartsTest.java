package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.Struct;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.model.Fault;
import dev.farcall.wire.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Python's own tests of its client (CPython 3.11, Lib/test/test_xmlrpc.py) check of values and
 * documents, each by a counterpart of the same name; what they check of servers is in {@link
 * PythonServerCounterpartsTest}.
 *
 * <p>Not ours, deliberately:
 *
 * <ul>
 *   <li>DateTimeTestCase.test_default: a {@code DateTime} of nothing is not the present, so that
 *       nobody gets it by oversight.
 *   <li>DateTimeTestCase.test_comparison, in part: a {@code DateTime} equals no text and no other
 *       class, as {@code equals} must be symmetric.
 *   <li>BinaryTestCase.test_string: bytes print as their number, and not as Latin-1 text, since
 *       they may be secret.
 *   <li>DateTimeTestCase.test_repr: nothing prints its address in memory.
 *   <li>XMLRPCTestCase.test_get_host_info, in part: a user without a password is sent with the
 *       colon that RFC 7617 wants.
 *   <li>XMLRPCTestCase.test_load_extension_types, in part: an i1 beyond 127 is refused.
 *   <li>XMLRPCTestCase.test_dump_encoding, in part: we write any encoding and read few, so that no
 *       document means one thing to us and another to somebody before us.
 *   <li>FaultTestCase.test_dotted_attribute: about names that a server of Python looks up in
 *       objects; ours exports what is declared.
 * </ul>
 */
final class PythonCounterpartsTest {

  private static final byte[] FLEAS = "my dog has fleas".getBytes(StandardCharsets.US_ASCII);
  private static final LocalDateTime DATE = LocalDateTime.of(2005, 2, 10, 11, 41, 23);

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_load")
  void whatIsSentComesBack() {
    assertEquals(List.of(everything()), Peer.echo(List.of(everything())));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_bare_datetime")
  void dateComesBackAsTheTypesSay() {
    assertEquals(DateTime.parse("20050210T11:41:23"), DateTime.of(DATE));
    assertEquals(DateTime.of(DATE), Peer.echo(it -> it.dynamicTypes(DynamicTypes.WIRE), DATE));
    assertEquals(DATE, Peer.echo(it -> it.dynamicTypes(DynamicTypes.JAVA_TIME), DATE));
    assertEquals(DATE, Peer.echo(it -> it.dynamicTypes(DynamicTypes.JAVA), DATE));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_datetime_before_1900")
  void earlyDateComesBack() {
    LocalDateTime early = LocalDateTime.of(1, 2, 10, 11, 41, 23);
    assertEquals(DateTime.parse("00010210T11:41:23"), Peer.echo(early));
    assertEquals(early, Peer.echo(it -> it.dynamicTypes(DynamicTypes.JAVA), early));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_bug_1164912")
  void dateThatCameCanBeSentOn() {
    DateTime came = assertInstanceOf(DateTime.class, Peer.echo(DateTime.of(DATE)));
    assertEquals("20050210T11:41:23", came.text());
    assertEquals(came, Peer.echo(came));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_newstyle_class")
  void objectIsTheStructOfItsFields() {
    assertEquals(
        new Struct().with("x", 100).with("y", "Hello"), Peer.echo(new Point(100, "Hello")));
  }

  /** A class like any other. */
  public record Point(int x, String y) {}

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_big_long")
  void numberOfManyDigitsIsRefused() {
    assertThrows(WireException.class, () -> Peer.echo(BigInteger.TWO.pow(99)));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_bad_dict")
  void mapWithOtherKeysIsRefused() {
    MappingException e =
        assertThrows(MappingException.class, () -> Peer.echo(Map.of(List.of(1, 2, 3), 1)));
    assertTrue(e.getMessage() != null && e.getMessage().startsWith("params[0]"), e::getMessage);
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_recursive_seq")
  void listThatContainsItselfIsRefused() {
    List<Object> list = new ArrayList<>(List.of(1, 2, 3));
    list.add(List.of(3, 4, 5, list));
    MappingException e = assertThrows(MappingException.class, () -> Peer.echo(list));
    assertEquals("params[0][3][3]: it contains itself", e.getMessage());
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_recursive_dict")
  void mapThatContainsItselfIsRefused() {
    Map<String, Object> map = new HashMap<>(Map.of("1", 1, "2", 1));
    map.put("t", Map.of("d", map));
    MappingException e = assertThrows(MappingException.class, () -> Peer.echo(map));
    assertEquals("params[0].t.d: it contains itself", e.getMessage());
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_big_int")
  void numberBeyond32BitIsRefused() {
    assertEquals(Integer.MAX_VALUE, Peer.echo(Integer.MAX_VALUE));
    assertEquals(Integer.MIN_VALUE, Peer.echo(Integer.MIN_VALUE));
    assertThrows(WireException.class, () -> Peer.echo(Integer.MAX_VALUE + 1L));
    assertThrows(WireException.class, () -> Peer.echo(Integer.MIN_VALUE - 1L));
  }

  @ParameterizedTest
  @DisplayName("XMLRPCTestCase.test_dump_double")
  @ValueSource(doubles = {17179869184.0, 2147483647.0, -2147483648.0, 2147483689.0, -2147483690.0})
  void doublesComeBack(double number) {
    assertEquals(number, Peer.echo(number));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_none")
  void nilIsSentIfTheDialectHasIt() {
    List<@Nullable Object> list = new ArrayList<>(List.of(everything()));
    list.add(null);
    assertEquals(list, Peer.echo(it -> it.dialect(Dialect.PLAIN), list));
    assertThrows(WireException.class, () -> Peer.echo(list));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_encoding")
  void charactersAnEncodingLacksAreSentAsReferences() {
    Charset latin9 = Charset.forName("ISO-8859-15");
    Struct value = new Struct().with("key\u20ac\u00a4", "value\u20ac\u00a4");
    String document =
        new String(Peer.written(it -> it.encoding(latin9), "method\u20ac\u00a4", value), latin9);
    assertTrue(document.contains("encoding=\"ISO-8859-15\""), document);
    assertTrue(document.contains("<methodName>method\u20ac&#164;</methodName>"), document);
    assertTrue(document.contains("<name>key\u20ac&#164;</name>"), document);
    assertEquals(value, Peer.echo(it -> it.encoding(StandardCharsets.ISO_8859_1), value));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_dump_bytes")
  void bytesComeBackAsTheTypesSay() {
    for (Object sent : List.of(FLEAS, Binary.of(FLEAS), new ByteArrayInputStream(FLEAS))) {
      assertEquals(Binary.of(FLEAS), Peer.echo(sent));
    }
    Object bytes = Peer.echo(it -> it.dynamicTypes(DynamicTypes.JAVA), FLEAS);
    assertEquals(Binary.of(FLEAS), Binary.of(assertInstanceOf(byte[].class, bytes)));
  }

  @ParameterizedTest
  @DisplayName("XMLRPCTestCase.test_loads_unsupported")
  @ValueSource(
      strings = {
        "<spam/>",
        "<array><data><value><spam/></value></data></array>",
        "<struct><member><name>a</name><value><spam/></value></member></struct>"
      })
  void unknownTypeIsRefused(String value) {
    assertThrows(WireException.class, () -> Peer.load(value));
  }

  @ParameterizedTest
  @DisplayName("XMLRPCTestCase.test_load_standard_types")
  @MethodSource("standardTypes")
  void standardTypesAreRead(String value, Object expected) {
    assertEquals(expected, Peer.load(value));
  }

  static Stream<Arguments> standardTypes() {
    return Stream.of(
        Arguments.of("string", "string"),
        Arguments.of("<string>string</string>", "string"),
        Arguments.of("<string>\ud835\udd18 string</string>", "\ud835\udd18 string"),
        Arguments.of("<int>2056183947</int>", 2056183947),
        Arguments.of("<int>-2056183947</int>", -2056183947),
        Arguments.of("<i4>2056183947</i4>", 2056183947),
        Arguments.of("<double>46093.78125</double>", 46093.78125),
        Arguments.of("<boolean>0</boolean>", false),
        Arguments.of(
            "<base64>AGJ5dGUgc3RyaW5n/w==</base64>",
            Binary.of("\0byte string\u00ff".getBytes(StandardCharsets.ISO_8859_1))),
        Arguments.of("<dateTime.iso8601>20050210T11:41:23</dateTime.iso8601>", DateTime.of(DATE)),
        Arguments.of(
            "<array><data><value><int>1</int></value><value><int>2</int></value></data></array>",
            List.of(1, 2)),
        Arguments.of(
            "<struct><member><name>b</name><value><int>2</int></value></member>"
                + "<member><name>a</name><value><int>1</int></value></member></struct>",
            new Struct().with("b", 2).with("a", 1)));
  }

  @ParameterizedTest
  @DisplayName("XMLRPCTestCase.test_load_extension_types")
  @MethodSource("extensionTypes")
  void extensionTypesAreRead(String value, @Nullable Object expected) {
    assertEquals(expected, Peer.load(value));
  }

  static Stream<Arguments> extensionTypes() {
    return Stream.of(
        Arguments.of("<nil/>", null),
        Arguments.of("<ex:nil/>", null),
        Arguments.of("<i1>105</i1>", (byte) 105),
        Arguments.of("<i2>20561</i2>", (short) 20561),
        Arguments.of("<i8>9876543210</i8>", 9876543210L),
        Arguments.of(
            "<biginteger>98765432100123456789</biginteger>",
            new BigInteger("98765432100123456789")),
        Arguments.of("<float>93.78125</float>", 93.78125f),
        Arguments.of(
            "<bigdecimal>9876543210.0123456789</bigdecimal>",
            new BigDecimal("9876543210.0123456789")));
  }

  @ParameterizedTest
  @DisplayName("XMLRPCTestCase.test_limit_int")
  @ValueSource(strings = {"int", "biginteger"})
  void numbersOfTooManyDigitsAreRefused(String type) {
    String value = "<" + type + ">" + "1".repeat(5001) + "</" + type + ">";
    assertThrows(WireException.class, () -> Peer.load(value));
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_get_host_info")
  void userOfTheAddressIsSent() {
    List<TransportRequest> sent = new ArrayList<>();
    try (XmlRpcClient client =
        XmlRpcClient.builder("http://user@localhost").transport(Peer.answering("", sent)).build()) {
      client.call("m");
    }
    String credentials =
        Base64.getEncoder().encodeToString("user:".getBytes(StandardCharsets.US_ASCII));
    assertEquals(List.of("Basic " + credentials), sent.get(0).headers().get("Authorization"));
    assertEquals("http://localhost/RPC2", sent.get(0).uri().toString());
  }

  @Test
  @DisplayName("XMLRPCTestCase.test_ssl_presence")
  void secureServerThatIsNotThereIsToldAsSuch() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (XmlRpcClient client = XmlRpcClient.builder("https://127.0.0.1:" + free).build()) {
      TransportException e =
          assertThrows(TransportException.class, () -> client.call("bad_function"));
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }

  @Test
  @DisplayName("FaultTestCase.test_repr")
  void faultPrintsCodeAndText() {
    assertEquals("fault 42: Test Fault", new Fault(42, "Test Fault").toString());
  }

  @Test
  @DisplayName("FaultTestCase.test_dump_fault")
  void faultIsThrownAndItsStructIsAStruct() {
    Struct members = new Struct().with("faultCode", 42).with("faultString", "Test Fault");
    assertEquals(members, Peer.echo(members));
    XmlRpcClient failing = Answering.withFault(42, "Test Fault").client();
    FaultException e = assertThrows(FaultException.class, () -> failing.call("m"));
    assertEquals(members, e.members());
  }

  @Test
  @DisplayName("DateTimeTestCase.test_time, test_time_struct")
  void instantIsSentInTheZoneThatWasChosen() {
    Instant instant = Instant.ofEpochSecond(1181399930);
    assertEquals(DateTime.parse("20070609T14:38:50Z").toInstant(ZoneOffset.UTC), instant);
    assertEquals(
        instant, DateTime.parse("20070609T16:38:50").toInstant(ZoneId.of("Europe/Berlin")));
  }

  @Test
  @DisplayName("DateTimeTestCase.test_time_tuple, test_datetime_datetime")
  void dateOfJavaPrintsCompactly() {
    assertEquals(
        "20070609T10:38:50", DateTime.of(LocalDateTime.of(2007, 6, 9, 10, 38, 50)).toString());
    assertEquals("20070102T03:04:05", DateTime.of(LocalDateTime.of(2007, 1, 2, 3, 4, 5)).text());
  }

  @Test
  @DisplayName("DateTimeTestCase.test_decode")
  void blanksAroundDatesMeanNothing() {
    assertEquals(
        DateTime.of(LocalDateTime.of(2007, 9, 8, 7, 11, 13)),
        Peer.load("<dateTime.iso8601> 20070908T07:11:13  </dateTime.iso8601>"));
  }

  @Test
  @DisplayName("DateTimeTestCase.test_comparison")
  void datesHaveAnOrder() {
    DateTime date = DateTime.of(DATE);
    DateTime then = DateTime.of(DATE.plusSeconds(4));
    assertEquals(date, DateTime.parse(date.compact()));
    assertTrue(date.compareTo(then) < 0);
    assertTrue(then.compareTo(date) > 0);
    assertEquals(0, date.compareTo(DateTime.of(DATE)));
    assertNotEquals(date, then);
    for (Object other : List.of(1970, date.text(), DATE, FLEAS)) {
      assertNotEquals(date, other);
    }
  }

  @Test
  @DisplayName("BinaryTestCase.test_default")
  void noBytesComeBack() {
    assertEquals(Binary.of(new byte[0]), Peer.echo(Binary.of(new byte[0])));
  }

  @Test
  @DisplayName("BinaryTestCase.test_decode")
  void base64InLinesIsRead() {
    byte[] bytes = "\u0001\u0002\u0003abc123\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1);
    String lines = Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes);
    assertEquals(Binary.of(bytes), Peer.load("<base64>\n" + lines + "\n</base64>"));
  }

  private static Struct everything() {
    return new Struct()
        .with("astring", "foo@bar.baz.spam")
        .with("afloat", 7283.43)
        .with("anint", 1 << 20)
        .with("ashortlong", 2)
        .with("anotherlist", List.of(".zyx.41"))
        .with("abase64", Binary.of(FLEAS))
        .with("boolean", false)
        .with("unicode", "\u4000\u6000\u8000")
        .with("ukey\u4000", "regular value")
        .with("datetime1", DateTime.of(DATE));
  }
}
