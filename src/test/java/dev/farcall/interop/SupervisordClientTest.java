package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.Struct;
import dev.farcall.client.Service;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.mapping.TypeRef;
import dev.farcall.testkit.SupervisordServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Supervisor, a product in use, called by our client: HTTP/1.1 of its own, and Basic. */
final class SupervisordClientTest {

  private static SupervisordServer server;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    server = SupervisordServer.start();
    client =
        XmlRpcClient.builder(server.uri())
            .basicAuth(SupervisordServer.USER, SupervisordServer.PASSWORD)
            .build();
  }

  @AfterAll
  static void stop() throws IOException {
    // The two are missing where there is no supervisord.
    if (server != null) {
      client.close();
      server.close();
    }
  }

  record State(int statecode, String statename) {}

  record ProcessInfo(String name, String group, int pid) {}

  @Test
  void stateIsARecord() {
    assertEquals(new State(1, "RUNNING"), client.call(State.class, "supervisor.getState"));
  }

  @Test
  void passwordMayBeInTheAddress() {
    String address =
        "http://" + SupervisordServer.USER + ":open%3Asesame@127.0.0.1:" + server.uri().getPort();
    try (XmlRpcClient known = XmlRpcClient.builder(address).build()) {
      assertEquals(server.uri(), known.uri());
      assertEquals("3.0", known.call("supervisor.getAPIVersion"));
    }
  }

  @Test
  void wrongPasswordIsToldAsSuch() {
    try (XmlRpcClient stranger =
        XmlRpcClient.builder(server.uri()).basicAuth(SupervisordServer.USER, "wrong").build()) {
      assertRefused(stranger);
    }
  }

  @Test
  void missingPasswordIsToldAsSuch() {
    try (XmlRpcClient stranger = XmlRpcClient.builder(server.uri()).build()) {
      assertRefused(stranger);
    }
  }

  private static void assertRefused(XmlRpcClient stranger) {
    ProtocolError e = assertThrows(ProtocolError.class, () -> stranger.call("supervisor.getState"));
    assertEquals(
        server.uri()
            + ": answered with status 401 and an HTML page: it wants to know who calls"
            + " (basicAuth, bearerToken)",
        e.getMessage());
    assertEquals(401, e.status());
    assertEquals("Basic realm=\"default\"", e.header("WWW-Authenticate").orElseThrow());
    assertEquals(Delivery.UNKNOWN, e.delivery());
  }

  @Test
  void serverTellsOfItsMethods() {
    List<String> names = client.call(new TypeRef<List<String>>() {}, "system.listMethods");
    assertTrue(names.containsAll(List.of("supervisor.getState", "system.multicall")));
    assertEquals(List.of("struct"), client.call("system.methodSignature", "supervisor.getState"));
    String help = client.call(String.class, "system.methodHelp", "supervisor.getState");
    assertTrue(help.contains("Return current state of supervisord as a struct"), help);
  }

  @Test
  void emptyArrayIsAListOfRecords() {
    assertEquals(
        List.of(),
        client.call(new TypeRef<List<ProcessInfo>>() {}, "supervisor.getAllProcessInfo"));
  }

  @Test
  void unknownProcessIsAFault() {
    Service supervisor = client.service("supervisor");
    FaultException e =
        assertThrows(FaultException.class, () -> supervisor.call("getProcessInfo", "no-such"));
    assertEquals(10, e.code());
    assertEquals("BAD_NAME: no-such", e.faultString());
  }

  @Test
  void unknownMethodIsAFault() {
    FaultException e = assertThrows(FaultException.class, () -> client.call("no.such"));
    assertEquals(1, e.code());
    assertEquals("UNKNOWN_METHOD", e.faultString());
  }

  @Test
  void callsAreMadeInOneWhoseResultsAreBare() {
    Object results =
        client.call(
            "system.multicall",
            List.of(
                new Struct()
                    .with("methodName", "supervisor.getAPIVersion")
                    .with("params", List.of()),
                new Struct()
                    .with("methodName", "supervisor.getProcessInfo")
                    .with("params", List.of("no-such"))));
    // Not within arrays of one, which is what all others send.
    assertEquals(
        List.of("3.0", new Struct().with("faultCode", 10).with("faultString", "BAD_NAME: no-such")),
        results);
  }
}
