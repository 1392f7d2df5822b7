package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.Struct;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.PerlServer;
import dev.farcall.wire.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Perl's Frontier::Daemon, called by our client. It guesses types, and it closes connections
 * without saying so.
 */
final class PerlServerClientTest {

  private static PerlServer server;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    server = PerlServer.start();
    client = XmlRpcClient.builder(server.uri()).build();
  }

  @AfterAll
  static void stop() throws IOException {
    // The two are missing where there is no Frontier::Daemon.
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
        -1.5,
        true,
        "",
        DateTime.parse("20261124T07:08:09"),
        Binary.of(new byte[] {0, -1, 127}),
        " a <b> & \"c\" ]]> é 日本 ",
        List.of(),
        new Struct(),
        List.of(List.of(), new Struct().with("name", List.of(1, "", 2.5))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueComesBackAsItWas(Object value) {
    assertEquals(value, client.call("echo", value));
  }

  @Test
  void numberInAStringComesBackAsANumber() {
    assertEquals(5, client.call("echo", "5"));
    assertEquals(1.5, client.call("echo", "1.5"));
  }

  @Test
  void numberIsRaisedToAPower() {
    assertEquals(1024, client.call("get_power", 2, 10));
  }

  @Test
  void callsFollowEachOther() {
    for (int i = 0; i < 20; i++) {
      assertEquals(i + 1, client.call("add", i, 1));
    }
  }

  @Test
  void deathIsAFault() {
    assertFault(4, "error executing RPC `fail'.\nsorry\n", "fail", 17, "sorry");
  }

  @Test
  void unknownMethodIsAFault() {
    assertFault(3, "no such method `no.such'\n", "no.such");
  }

  @Test
  void unknownTypeIsAFault() {
    try (XmlRpcClient plain = XmlRpcClient.builder(server.uri()).dialect(Dialect.PLAIN).build()) {
      FaultException e =
          assertThrows(FaultException.class, () -> plain.call("echo", new Object[] {null}));
      assertEquals(1, e.code());
    }
  }

  @Test
  void wrongPathIsToldAsSuch() {
    try (XmlRpcClient lost = XmlRpcClient.builder(server.uri().resolve("/nowhere")).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> lost.call("add", 1, 2));
      assertEquals(lost.uri() + ": answered with status 403 and an HTML page", e.getMessage());
    }
  }
}
