package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.PythonServer;
import dev.farcall.testkit.TestIdentity;
import dev.farcall.testkit.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Python's servers in other set-ups, called by our client: documented, bare, and over TLS. */
final class PythonServersClientTest {

  private static XmlRpcClient trusting(PythonServer server) throws Exception {
    return XmlRpcClient.builder(server.uri()).sslContext(TestPki.trusting()).build();
  }

  @Test
  void documentedServerIsCalled() throws Exception {
    try (PythonServer server = PythonServer.documented().start();
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(1024, client.call("get_power", 2, 10));
      assertEquals("The time it is, without a zone.", client.call("system.methodHelp", "today"));
    }
  }

  @Test
  void serverWithoutItsExtrasSaysSo() throws Exception {
    try (PythonServer server = PythonServer.simple().withoutIntrospection().withoutNone().start();
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      FaultException none = assertThrows(FaultException.class, () -> client.call("nothing"));
      assertEquals(
          "<class 'TypeError'>:cannot marshal None unless allow_none is enabled",
          none.faultString());
      FaultException unknown =
          assertThrows(FaultException.class, () -> client.call("system.listMethods"));
      assertEquals(
          "<class 'Exception'>:method \"system.listMethods\" is not supported",
          unknown.faultString());
    }
  }

  @Test
  void serverWithACertificateIsCalled() throws Exception {
    try (PythonServer server = PythonServer.simple().https(TestPki.localhost()).start();
        XmlRpcClient client = trusting(server)) {
      String text = "é".repeat(1 << 20);
      assertEquals(9, client.call("get_power", 3, 2));
      assertEquals(text, client.call("echo", text));
      assertEquals(client.call("connection"), client.call("connection"));
    }
  }

  @Test
  void documentedServerWithACertificateIsCalled() throws Exception {
    try (PythonServer server = PythonServer.documented().https(TestPki.localhost()).start();
        XmlRpcClient client = trusting(server)) {
      assertEquals(9, client.call("get_power", 3, 2));
    }
  }

  @Test
  void serverThatAsksWhoCallsIsTold() throws Exception {
    try (PythonServer server = PythonServer.simple().mutualHttps(TestPki.localhost()).start();
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .sslContext(TestPki.trustingWith(TestPki.client()))
                .build()) {
      assertEquals(9, client.call("get_power", 3, 2));
    }
  }

  static Stream<Arguments> untrusted() {
    return Stream.of(
        Arguments.of(TestPki.otherHost(), "its certificate is for another host"),
        Arguments.of(
            TestPki.expired(),
            "its certificate has expired (it was valid until "
                + TestPki.expired().certificate().getNotAfter().toInstant()
                + ")"),
        Arguments.of(
            TestPki.selfSigned(),
            "its certificate is not signed by an authority that this client trusts"),
        Arguments.of(
            TestPki.ofUnknownAuthority(),
            "its certificate is not signed by an authority that this client trusts"));
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void untrustedServerIsNotCalled(TestIdentity identity, String reason) throws Exception {
    try (PythonServer server = PythonServer.simple().https(identity).start();
        XmlRpcClient client = trusting(server)) {
      assertRefused(client, reason);
    }
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void untrustedServerGetsNotAByte(TestIdentity identity, String reason) throws Exception {
    try (SSLServerSocket listening =
        (SSLServerSocket)
            TestPki.serving(identity)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> received(listening));
      try (XmlRpcClient client =
          XmlRpcClient.builder("https://localhost:" + listening.getLocalPort())
              .sslContext(TestPki.trusting())
              .build()) {
        assertRefused(client, reason);
      }
      assertArrayEquals(new byte[0], received.get(10, TimeUnit.SECONDS));
    }
  }

  private static void assertRefused(XmlRpcClient client, String reason) {
    TransportException e =
        assertThrows(TransportException.class, () -> client.call("echo", "a secret"));
    assertEquals(client.uri() + ": no secure connection to localhost: " + reason, e.getMessage());
    assertEquals(Delivery.NOT_SENT, e.delivery());
  }

  /** What comes over the first connection, deciphered, until it ends. */
  private static byte[] received(SSLServerSocket listening) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (SSLSocket socket = (SSLSocket) listening.accept()) {
      socket.getInputStream().transferTo(all);
    } catch (IOException e) {
      // The client broke off, as it should.
    }
    return all.toByteArray();
  }
}
