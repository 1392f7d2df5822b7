package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.ProtocolError;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.client.DynamicTypes;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.mapping.TypeRef;
import dev.farcall.testkit.PythonServer;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Dialect.NonFinite;
import dev.farcall.wire.Reading;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python's SimpleXMLRPCServer, as it is and with everything switched on, called by our client. */
final class PythonServerClientTest {

  private static PythonServer server;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    server = PythonServer.simple().multicall().start();
    client = XmlRpcClient.builder(server.uri()).build();
  }

  @AfterAll
  static void stop() throws IOException {
    // The two are missing where there is no Python.
    if (server != null) {
      client.close();
      server.close();
    }
  }

  private static XmlRpcClient writing(Dialect dialect) {
    return XmlRpcClient.builder(server.uri()).dialect(dialect).build();
  }

  private static void assertFault(int code, String text, String method, Object... params) {
    FaultException fault = assertThrows(FaultException.class, () -> client.call(method, params));
    assertEquals(text, fault.faultString());
    assertEquals(code, fault.code());
  }

  @Test
  void numberIsRaisedToAPower() {
    int nine = client.call(int.class, "get_power", 3, 2);
    assertEquals(9, nine);
  }

  @Test
  void dayIsThatOfThisMachine() {
    LocalDateTime before = LocalDateTime.now(ZoneId.systemDefault()).withNano(0);
    LocalDateTime today = client.call(LocalDateTime.class, "today");
    assertFalse(today.isBefore(before));
    assertFalse(today.isAfter(LocalDateTime.now(ZoneId.systemDefault())));
  }

  static Stream<Object> values() {
    return Stream.of(
        0,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        true,
        false,
        0.0,
        -1.5,
        0.1,
        1e16,
        1e-7,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        "",
        " \t\n ",
        "a <b> & \"c\" 'd' ]]> &amp; <![CDATA[x]]>",
        "é 日本 \ud83d\ude00 \u0085\u2028\ufffd",
        DateTime.parse("20261124T07:08:09"),
        DateTime.parse("2026-11-24T07:08:09+01:00"),
        Binary.of(new byte[0]),
        Binary.of(new byte[] {0, -1, 127}),
        List.of(),
        new Struct(),
        new Struct().with("", "").with("a<b>&\"", 1).with("é", true),
        List.of(List.of(List.of(), new Struct()), new Struct().with("list", List.of(1, "a", 2.5))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueComesBackAsItWas(Object value) {
    assertEquals(value, client.call("echo", value));
  }

  @Test
  void lineEndsArriveAsTheyAre() {
    // On the way back they would be line feeds: Python does not escape what XML makes one of.
    assertFault(1, "<class 'ValueError'>:['a\\r\\nb\\rc']", "crash", List.of("a\r\nb\rc"));
  }

  @Test
  void manyParametersAreCounted() {
    assertEquals(0, client.call("count"));
    assertEquals(3, client.call("count", "a", List.of(), 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numberThatIsNotFiniteComesBackIfBothWaysAllowIt(double value) {
    try (XmlRpcClient daring =
        XmlRpcClient.builder(server.uri())
            .dialect(Dialect.SPECIFICATION.withNonFinite(NonFinite.WRITE))
            .reading(Reading.LENIENT)
            .build()) {
      assertEquals(value, daring.call("echo", value));
    }
  }

  @Test
  void nothingIsNull() {
    assertNull(client.call("nothing"));
  }

  @Test
  void nothingIsNoString() {
    MappingException e =
        assertThrows(MappingException.class, () -> client.call(String.class, "nothing"));
    assertEquals("result: expected string, got nil; an Optional would take it", e.getMessage());
  }

  @Test
  void nullIsSentInADialectThatHasIt() {
    try (XmlRpcClient plain = writing(Dialect.PLAIN);
        XmlRpcClient apache = writing(Dialect.APACHE)) {
      Struct holes = new Struct().with("none", null).with("one", 1);
      assertEquals(holes, plain.call("echo", holes));
      assertEquals(holes, apache.call("echo", holes));
    }
  }

  @Test
  void nullIsNotSentOtherwise() {
    WireException e =
        assertThrows(
            WireException.class, () -> client.call("echo", new Struct().with("none", null)));
    assertEquals(
        "params[0].none: null, which the peer does not know (setting nil)", e.getMessage());
  }

  @Test
  void longNumberIsReadByPythonAndNotWritten() {
    try (XmlRpcClient plain = writing(Dialect.PLAIN)) {
      assertEquals(5, plain.call("add", 1L << 40, 5 - (1L << 40)));
      FaultException e = assertThrows(FaultException.class, () -> plain.call("echo", 1L << 40));
      assertEquals("<class 'OverflowError'>:int exceeds XML-RPC limits", e.faultString());
    }
  }

  @Test
  void dateIsOfTheTypeAskedFor() {
    assertEquals(DateTime.parse("20261124T07:08:09"), client.call("moment"));
    LocalDateTime moment = LocalDateTime.of(2026, 11, 24, 7, 8, 9);
    assertEquals(moment, client.call(LocalDateTime.class, "moment"));
    assertEquals(moment, client.call(LocalDateTime.class, "echo", moment));
  }

  @Test
  void javasOwnTypesAreUsedIfWanted() {
    try (XmlRpcClient builtin =
        XmlRpcClient.builder(server.uri()).dynamicTypes(DynamicTypes.JAVA).build()) {
      assertEquals(LocalDateTime.of(2026, 11, 24, 7, 8, 9), builtin.call("moment"));
      assertArrayEquals(
          new byte[] {2, 1},
          assertInstanceOf(byte[].class, builtin.call("reverse", new byte[] {1, 2})));
    }
  }

  @Test
  void otherEncodingIsUnderstood() {
    try (XmlRpcClient latin =
        XmlRpcClient.builder(server.uri()).encoding(StandardCharsets.ISO_8859_1).build()) {
      assertEquals("é 日本", latin.call("echo", "é 日本"));
    }
  }

  @Test
  void megabyteComesBack() {
    byte[] bytes = new byte[1 << 20];
    new Random(1).nextBytes(bytes);
    String text = "0123456789abcdé\n".repeat(1 << 16);
    assertEquals(Binary.of(bytes), client.call("echo", bytes));
    assertEquals(text, client.call("echo", text));
  }

  @Test
  void compressedCallIsUnderstood() {
    String text = "a".repeat(10_000);
    try (XmlRpcClient packing = XmlRpcClient.builder(server.uri()).gzipRequests(1000).build()) {
      assertEquals(text, packing.call("echo", text));
    }
  }

  @Test
  void faultIsThatOfPython() {
    assertFault(17, "out of <stock>", "fail", 17, "out of <stock>");
    assertFault(-32_000, "", "fail", -32_000, "");
  }

  @Test
  void uncaughtExceptionIsAFault() {
    assertFault(1, "<class 'ValueError'>:no \"x\"", "crash", "no \"x\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such", "größe", "a b", "<a>", "_private"})
  void unknownMethodIsAFault(String name) {
    assertFault(1, "<class 'Exception'>:method \"" + name + "\" is not supported", name);
  }

  @Test
  void wrongNumberOfParametersIsAFault() {
    assertFault(
        1, "<class 'TypeError'>:add() missing 1 required positional argument: 'y'", "add", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/RPC2?x=1"})
  void wrongPathIsToldAsSuch(String path) {
    URI uri = server.uri().resolve(path);
    try (XmlRpcClient lost = XmlRpcClient.builder(uri).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> lost.call("today"));
      URI shown = server.uri().resolve(uri.getPath());
      assertEquals(
          shown
              + ": answered with status 404 and no methodResponse but text/plain: the path of the"
              + " address may be wrong",
          e.getMessage());
      assertEquals(404, e.status());
      assertEquals("text/plain", e.header("content-type").orElseThrow());
      assertEquals("12", e.header("Content-Length").orElseThrow());
      assertEquals("No such page", e.bodyStart());
      assertEquals(Delivery.UNKNOWN, e.delivery());
    }
  }

  @Test
  void addressWithoutAPathIsThatOfPython() {
    try (XmlRpcClient bare =
        XmlRpcClient.builder("http://localhost:" + server.uri().getPort()).build()) {
      assertEquals(server.uri(), bare.uri());
      assertEquals(9, bare.call("get_power", 3, 2));
    }
  }

  @Test
  void serverTellsOfItsMethods() {
    List<String> names = client.call(new TypeRef<List<String>>() {}, "system.listMethods");
    assertTrue(names.containsAll(List.of("get_power", "today", "system.multicall")));
    assertEquals(
        "Raises a number to a power.", client.service("system").call("methodHelp", "get_power"));
    assertEquals("", client.call("system.methodHelp", "add"));
    assertEquals("signatures not supported", client.call("system.methodSignature", "add"));
  }

  private static Struct entry(String method, Object... params) {
    return new Struct().with("methodName", method).with("params", List.of(params));
  }

  @Test
  void callsAreMadeInOne() {
    Object results =
        client.call(
            "system.multicall",
            List.of(entry("get_power", 3, 2), entry("fail", 17, "no"), entry("nothing")));
    List<?> list = assertInstanceOf(List.class, results);
    assertEquals(List.of(9), list.get(0));
    assertEquals(new Struct().with("faultCode", 17).with("faultString", "no"), list.get(1));
    assertNull(assertInstanceOf(List.class, list.get(2)).get(0));
  }

  @Test
  void connectionIsKept() {
    try (XmlRpcClient fresh = XmlRpcClient.builder(server.uri()).build()) {
      Set<Object> connections = new HashSet<>();
      for (int i = 0; i < 5; i++) {
        connections.add(fresh.call(String.class, "connection"));
        assertThrows(FaultException.class, () -> fresh.call("no.such"));
      }
      assertEquals(1, connections.size());
      assertNotEquals(connections, Set.of(client.call(String.class, "connection")));
    }
  }
}
