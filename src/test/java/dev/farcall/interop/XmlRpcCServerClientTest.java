package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.Struct;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.mapping.TypeRef;
import dev.farcall.testkit.XmlRpcCServer;
import dev.farcall.wire.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** xmlrpc-c's Abyss, called by our client. */
final class XmlRpcCServerClientTest {

  private static XmlRpcCServer server;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    server = XmlRpcCServer.start();
    client = XmlRpcClient.builder(server.uri()).dialect(Dialect.PLAIN).build();
  }

  @AfterAll
  static void stop() throws IOException {
    // The two are missing where there is no xmlrpc-c.
    if (server != null) {
      client.close();
      server.close();
    }
  }

  private static void assertFault(int code, String text, String method, Object... params) {
    FaultException fault = assertThrows(FaultException.class, () -> client.call(method, params));
    assertEquals(text, fault.faultString());
    assertEquals(code, fault.code());
  }

  static Stream<Object> values() {
    return Stream.of(
        -2147483648,
        Long.MAX_VALUE,
        true,
        -1.5,
        1e16,
        "",
        " a <b> & \"c\" ]]> \n é 日本 ",
        DateTime.parse("20261124T07:08:09"),
        Binary.of(new byte[0]),
        Binary.of(new byte[] {0, -1, 127}),
        Binary.of(new byte[100_000]),
        List.of(),
        new Struct(),
        List.of(List.of(), new Struct().with("a&b", List.of(1, "", 2.5))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueComesBackAsItWas(Object value) {
    assertEquals(value, client.call("echo", value));
  }

  @Test
  void charactersBeyondTheBasicPlaneAreItsFault() {
    FaultException fault =
        assertThrows(FaultException.class, () -> client.call("echo", "\ud83d\ude00"));
    assertEquals(-503, fault.code());
  }

  @Test
  void nullComesBack() {
    assertNull(client.call("echo", new Object[] {null}));
  }

  @Test
  void numberIsRaisedToAPower() {
    assertEquals(1024, client.call("get_power", 2, 10));
  }

  @Test
  void faultIsThatOfTheMethod() {
    assertFault(17, "out of stock", "fail", 17, "out of stock");
  }

  @Test
  void unknownMethodIsAFault() {
    assertFault(-506, "Method 'no.such' not defined", "no.such");
  }

  @Test
  void wrongTypeIsAFault() {
    assertFault(-501, "Value of type STRING supplied where type INT was expected.", "add", "a", 1);
  }

  @Test
  void wrongPathIsToldAsSuch() {
    try (XmlRpcClient lost = XmlRpcClient.builder(server.uri().resolve("/nowhere")).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> lost.call("add", 1, 2));
      assertEquals(
          lost.uri()
              + ": answered with status 404 and an HTML page: the path of the address may be wrong",
          e.getMessage());
    }
  }

  @Test
  void serverTellsOfItsMethods() {
    List<String> names = client.call(new TypeRef<List<String>>() {}, "system.listMethods");
    assertTrue(names.containsAll(List.of("add", "echo", "system.multicall")));
    assertEquals("Adds two numbers.", client.call("system.methodHelp", "add"));
    assertEquals(
        List.of(List.of("int", "int", "int")), client.call("system.methodSignature", "add"));
    assertEquals("undef", client.call("system.methodSignature", "echo"));
    Struct capabilities = client.call(Struct.class, "system.getCapabilities");
    assertTrue(capabilities.containsKey("introspect"), capabilities::toString);
  }

  @Test
  void callsAreMadeInOne() {
    assertEquals(
        List.of(List.of(3), new Struct().with("faultCode", 17).with("faultString", "no")),
        client.call(
            "system.multicall",
            List.of(
                new Struct().with("methodName", "add").with("params", List.of(1, 2)),
                new Struct().with("methodName", "fail").with("params", List.of(17, "no")))));
  }
}
