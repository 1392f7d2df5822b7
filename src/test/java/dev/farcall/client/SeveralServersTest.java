package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.testing.Disturbance;
import dev.farcall.testing.FaultInjection;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.TestPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of several servers, some of which are not there. */
final class SeveralServersTest {

  private static final Retries QUICK =
      Retries.defaults().withBackOff(Duration.ofMillis(1), Duration.ofMillis(1));

  private static ScriptedServer seven() throws IOException {
    return ScriptedServer.answering(Replies.seven());
  }

  private static Reply unprocessed(int status) {
    return Reply.status(status).header("Farcall-Unprocessed", "true");
  }

  /** An address at which nothing listens. */
  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/RPC2");
    }
  }

  /** Calls a server that is not there, and then one that is. */
  private static void assertFailsOver(XmlRpcClient.Builder toTheFirst) throws IOException {
    try (ScriptedServer second = seven();
        XmlRpcClient client = toTheFirst.server(second.uri().toString()).build()) {
      assertEquals(7, client.call("m", "a"));
      assertEquals(7, client.call("m", "b"));
      assertEquals(2, second.requests().size());
    }
  }

  private static TransportException assertFails(XmlRpcClient client) {
    return assertThrows(TransportException.class, () -> client.call("m"));
  }

  @Test
  void callsTakeTurns() throws Exception {
    try (ScriptedServer a = seven();
        ScriptedServer b = seven();
        XmlRpcClient client = XmlRpcClient.builder(a.uri()).server(b.uri().toString()).build()) {
      for (int i = 0; i < 10; i++) {
        client.call("m");
      }
      assertEquals(5, a.requests().size());
      assertEquals(5, b.requests().size());
      assertEquals(List.of(a.uri(), b.uri()), client.servers());
      assertEquals(a.uri(), client.uri());
      assertEquals(
          "Closed -> Keyed -> Failover -> " + a.uri() + " or " + b.uri(), client.toString());
    }
  }

  @Test
  void refusedConnectionGoesToTheNext() throws Exception {
    assertFailsOver(XmlRpcClient.builder(nobody()));
  }

  @Test
  void unknownHostGoesToTheNext() throws Exception {
    assertFailsOver(XmlRpcClient.builder("http://nobody.invalid").plainHttp(PlainHttp.ALWAYS));
  }

  @Test
  void unknownHostGoesToTheNextByTheClientOfTheJdk() throws Exception {
    assertFailsOver(XmlRpcClient.builder("https://nobody.invalid"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void connectionThatDoesNotComeGoesToTheNext(boolean byTheJdk) throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, waiting);
      XmlRpcClient.Builder builder =
          XmlRpcClient.builder("http://127.0.0.1:" + full.getLocalPort())
              .connectTimeout(Duration.ofMillis(100));
      assertFailsOver(byTheJdk ? builder.version(Version.HTTP_1_1) : builder);
    } finally {
      for (Socket each : waiting) {
        each.close();
      }
    }
  }

  /** Connects until nobody else can. */
  private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
    while (true) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 500);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
  }

  @Test
  void serverThatIsNotTrustedGetsNothing() throws Exception {
    try (ScriptedServer untrusted =
        ScriptedServer.overTls(TestPki.serving(TestPki.selfSigned()), Replies.seven())) {
      assertFailsOver(XmlRpcClient.builder(untrusted.uri()).sslContext(TestPki.trusting()));
      assertEquals(List.of(), untrusted.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void callThatWasNotStartedGoesToTheNext(int status) throws Exception {
    try (ScriptedServer first = ScriptedServer.answering(unprocessed(status))) {
      assertFailsOver(XmlRpcClient.builder(first.uri()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void statusOfAProxyIsToldAsUnknown(int status) throws Exception {
    try (ScriptedServer first = ScriptedServer.answering(Reply.status(status));
        ScriptedServer second = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(first.uri()).server(second.uri().toString()).build()) {
      TransportException e = assertFails(client);
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(status, ((ProtocolError) e).status());
      assertEquals(0, second.requests().size());
    }
  }

  @Test
  void callThatGotNoAnswerIsNotRunASecondTime() throws Exception {
    try (ScriptedServer first = ScriptedServer.answering(Reply.unanswered());
        ScriptedServer second = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(first.uri()).server(second.uri().toString()).build()) {
      assertEquals(Delivery.UNKNOWN, assertFails(client).delivery());
      assertEquals(1, first.requests().size());
      assertEquals(0, second.requests().size());
    }
  }

  @Test
  void idempotentCallThatGotNoAnswerGoesToTheNext() throws Exception {
    try (ScriptedServer first = ScriptedServer.answering(Reply.unanswered())) {
      assertFailsOver(XmlRpcClient.builder(first.uri()).idempotent("m"::equals));
    }
  }

  @Test
  void failuresOfAllServersAreTold() throws Exception {
    URI a = nobody();
    try (ScriptedServer b = ScriptedServer.answering(unprocessed(503));
        XmlRpcClient client =
            XmlRpcClient.builder(a)
                .server(b.uri().toString())
                .retries(QUICK.withAttempts(2))
                .build()) {
      TransportException e = assertFails(client);
      assertEquals(
          b.uri() + ": answered with status 503 and no methodResponse: it has too much to do",
          e.getMessage());
      assertEquals(Delivery.REFUSED, e.delivery());
      assertEquals(a + ": nothing accepts connections there", e.getSuppressed()[0].getMessage());
    }
  }

  @Test
  void oneServerIsAskedAgainWhereThatIsWanted() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.answering(unprocessed(503), unprocessed(429), Replies.seven());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).retries(QUICK).build()) {
      assertEquals(7, client.call("m"));
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void oneServerIsNotAskedAgainByDefault() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(unprocessed(503));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(Delivery.REFUSED, assertFails(client).delivery());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void firstOfTwoFailuresIsToldIfTheCallMayHaveBeenRunThen() throws Exception {
    FaultInjection faults = FaultInjection.script(Disturbance.noReply(), Disturbance.notSent());
    try (ScriptedServer server = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .idempotent("m"::equals)
                .aroundTransport(faults::around)
                .build()) {
      TransportException e = assertFails(client);
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(1, e.getSuppressed().length);
    }
  }

  @Test
  void faultIsAnAnswer() throws Exception {
    Reply fault =
        Reply.xml(
            "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>4</int>"
                + "</value></member><member><name>faultString</name><value>no</value></member>"
                + "</struct></value></fault></methodResponse>");
    try (ScriptedServer first = ScriptedServer.answering(fault);
        ScriptedServer second = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(first.uri())
                .server(second.uri().toString())
                .idempotent(name -> true)
                .build()) {
      assertThrows(FaultException.class, () -> client.call("m"));
      assertEquals(0, second.requests().size());
    }
  }

  @Test
  void multicallsProxiesAndAsynchronousCallsFailOver() throws Exception {
    FaultInjection faults =
        FaultInjection.script(
            Disturbance.notSent(), Disturbance.none(), Disturbance.unprocessed(503));
    try (ScriptedServer a = seven();
        ScriptedServer b = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(a.uri())
                .server(b.uri().toString())
                .aroundTransport(faults::around)
                .build()) {
      assertEquals(7, client.proxy(Sevens.class).m());
      assertEquals(7, client.callAsync(int.class, "m").get());
      assertEquals(2, a.requests().size() + b.requests().size());
      assertEquals("[1: not sent, 3: unprocessed 503]", faults.events().toString());
    }
  }

  @Test
  void credentialsOfAnAddressAreForThatServerAlone() throws Exception {
    try (ScriptedServer a = seven();
        ScriptedServer b = seven();
        ScriptedServer c = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(a.uri().toString().replace("//", "//a:1@"))
                .server(b.uri().toString().replace("//", "//b:2@"))
                .server(c.uri().toString())
                .header("X-Tenant", "t")
                .build()) {
      for (int i = 0; i < 3; i++) {
        client.call("m");
      }
      assertEquals(List.of("Basic YTox"), a.takeRequest().header("Authorization"));
      assertEquals(List.of("Basic Yjoy"), b.takeRequest().header("Authorization"));
      assertEquals(List.of(), c.requests().get(0).header("Authorization"));
      assertEquals(List.of("t"), c.takeRequest().header("X-Tenant"));
    }
  }

  @Test
  void credentialsOfTheClientAreForAllItsServers() throws Exception {
    try (ScriptedServer a = seven();
        ScriptedServer b = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(a.uri())
                .server(b.uri().toString().replace("//", "//b:2@"))
                .basicAuth("me", "secret")
                .build()) {
      client.call("m");
      client.call("m");
      assertEquals(List.of("Basic bWU6c2VjcmV0"), a.takeRequest().header("Authorization"));
      assertEquals(List.of("Basic bWU6c2VjcmV0"), b.takeRequest().header("Authorization"));
    }
  }

  @Test
  void plainHttpIsRefusedForEachServer() {
    XmlRpcClient.Builder builder =
        XmlRpcClient.builder("https://localhost").server("http://example.org");
    IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);
    assertEquals(
        "example.org would be called over plain http, where anybody on the way can read and change"
            + " calls; use https, or allow it by plainHttp(PlainHttp.ALWAYS)",
        e.getMessage());
  }

  @Test
  void otherSchemesAreRefused() {
    XmlRpcClient.Builder builder = XmlRpcClient.builder("https://localhost");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> builder.server("file:///etc/passwd"));
    assertEquals(
        "the address of a server begins with http:// or https://, got \"file:\"", e.getMessage());
  }

  @Test
  void deadlineIsThatOfAllAttempts() throws Exception {
    try (ScriptedServer busy =
            ScriptedServer.answering(unprocessed(503).header("Retry-After", "60"));
        XmlRpcClient client =
            XmlRpcClient.builder(busy.uri())
                .retries(Retries.defaults())
                .timeout(Duration.ofSeconds(30))
                .build()) {
      // It would come back after the end, so that nobody waits for it.
      assertEquals(Delivery.REFUSED, assertFails(client).delivery());
      assertEquals(1, busy.requests().size());
    }
  }

  @Test
  void laterAttemptsAreToldWhatIsLeft() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(unprocessed(503), Replies.seven());
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .retries(QUICK)
                .timeout(Duration.ofSeconds(20))
                .build()) {
      client.call("m");
      long first = Long.parseLong(server.takeRequest().header("Farcall-Deadline").get(0));
      long second = Long.parseLong(server.takeRequest().header("Farcall-Deadline").get(0));
      assertTrue(second <= first && first <= 20_000, first + " and " + second);
    }
  }

  @Test
  void repeatsAreSeen() throws Exception {
    URI a = nobody();
    StringBuilder out = new StringBuilder();
    try (CapturedLog log = CapturedLog.of("dev.farcall.client");
        ScriptedServer b = seven();
        XmlRpcClient client =
            XmlRpcClient.builder(a.toString().replace("//", "//me:secret@"))
                .server(b.uri().toString())
                .verbose(out)
                .build()) {
      client.call("m");
      String again =
          "attempt 2 of 5, at %s, since %s: nothing accepts connections there"
              .formatted(b.uri(), a);
      assertEquals(List.of(again), log.messages());
      assertTrue(
          out.toString().contains("\n! " + again + "\n> POST " + b.uri() + "\n"), out::toString);
    }
  }

  /** What the servers have. */
  interface Sevens {
    int m();
  }
}
