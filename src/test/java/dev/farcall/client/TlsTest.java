package dev.farcall.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.TestIdentity;
import dev.farcall.testkit.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the client trusts, what it says of others, and that these get nothing of a call. */
final class TlsTest {

  private static final Reply FIVE =
      Reply.xml(
          "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>");

  /** A fatal alert of TLS, but for its kind. */
  private static final String ALERT = "1503030002" + "02";

  private static final String HELLO_OF_TLS_1_1 =
      "160302002a" + "02000026" + "0302" + "00".repeat(32) + "00" + "c013" + "00";

  private static XmlRpcClient client(ScriptedServer server, SSLContext context) {
    return XmlRpcClient.builder(server.uri()).sslContext(context).build();
  }

  private static void assertRefused(String reason, XmlRpcClient client, ScriptedServer server) {
    TransportException e =
        assertThrows(TransportException.class, () -> client.call("m", "a secret"));
    assertEquals(server.uri() + ": no secure connection to 127.0.0.1: " + reason, e.getMessage());
    assertEquals(Delivery.NOT_SENT, e.delivery());
    assertEquals(List.of(), server.requests());
  }

  @Test
  void trustedServerIsCalled() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), FIVE);
        XmlRpcClient client = client(server, TestPki.trusting())) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m"));
      assertEquals(List.of(2), server.requestsPerConnection());
    }
  }

  static Stream<Arguments> untrusted() throws Exception {
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
            "its certificate is not signed by an authority that this client trusts"),
        Arguments.of(
            TestPki.signedWithSha1(),
            "its certificate is signed or made by an algorithm that is not safe"));
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void untrustedServerGetsNothing(TestIdentity identity, String reason) throws Exception {
    try (ScriptedServer server = ScriptedServer.overTls(TestPki.serving(identity), FIVE);
        XmlRpcClient client = client(server, TestPki.trusting())) {
      assertRefused(reason, client, server);
    }
  }

  static Stream<Arguments> untrustedInEachVersion() throws Exception {
    return untrusted()
        .map(each -> (TestIdentity) each.get()[0])
        .flatMap(
            identity ->
                Stream.of("TLSv1.2", "TLSv1.3").map(version -> Arguments.of(identity, version)));
  }

  /** As one who listens on the way to it can tell, whatever the server makes of it. */
  @ParameterizedTest
  @MethodSource("untrustedInEachVersion")
  void noByteOfACallIsOnTheWayToAnUntrustedServer(TestIdentity identity, String version)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.overTls(TestPki.serving(identity), FIVE);
        Wiretap wiretap = Wiretap.before(server.port());
        XmlRpcClient client =
            XmlRpcClient.builder("https://127.0.0.1:" + wiretap.port())
                .sslContext(TestPki.trusting())
                .sslParameters(new SSLParameters(null, new String[] {version}))
                .build()) {
      assertThrows(TransportException.class, () -> client.call("m", "a secret"));
      assertEquals(0, TlsRecords.bytesOfCalls(wiretap.heard()));
    }
  }

  /** What the test above looks for is there when a call is made. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void callIsOnTheWayToATrustedServer(String version) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), FIVE.closing());
        Wiretap wiretap = Wiretap.before(server.port());
        XmlRpcClient client =
            XmlRpcClient.builder("https://127.0.0.1:" + wiretap.port())
                .sslContext(TestPki.trusting())
                .sslParameters(new SSLParameters(null, new String[] {version}))
                .build()) {
      assertEquals(5, client.call("m", "a secret"));
      int bytes = TlsRecords.bytesOfCalls(wiretap.heard());
      assertTrue(bytes > 200, "bytes: " + bytes);
    }
  }

  @Test
  void serverIsNotTrustedByDefault() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), FIVE);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertRefused(
          "its certificate is not signed by an authority that this client trusts", client, server);
    }
  }

  @Test
  void serverThatWantsACertificateIsToldFromOthers() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.overMutualTls(TestPki.serving(TestPki.localhost()), FIVE);
        XmlRpcClient client = client(server, TestPki.trusting())) {
      assertRefused(
          "it wants a certificate of the client, one that it trusts (sslContext)", client, server);
    }
  }

  @Test
  void certificateOfTheClientIsShown() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.overMutualTls(TestPki.serving(TestPki.localhost()), FIVE);
        XmlRpcClient client = client(server, TestPki.trustingWith(TestPki.client()))) {
      assertEquals(5, client.call("m"));
    }
  }

  @Test
  void contextOfFiles() throws Exception {
    SSLContext context =
        Certificates.trusting(TestPki.authorityFile())
            .withIdentity(TestPki.client().keyStoreFile(), TestIdentity.PASSWORD.toCharArray())
            .toSslContext();
    try (ScriptedServer server =
            ScriptedServer.overMutualTls(TestPki.serving(TestPki.localhost()), FIVE);
        XmlRpcClient client = client(server, context)) {
      assertEquals(5, client.call("m"));
    }
  }

  @Test
  void filesThatAreNoneAreNamed(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("x.pem"), "nothing");
    IOException empty = assertThrows(IOException.class, () -> Certificates.trusting(file));
    assertTrue(
        List.of(file + " holds no certificate", file + " is not a file of certificates in PEM")
            .contains(empty.getMessage()));
  }

  static Stream<Arguments> handshakes() {
    return Stream.of(
        Arguments.of(
            "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII), "it does not speak TLS there"),
        Arguments.of(HexFormat.of().parseHex(ALERT + "46"), "it speaks neither TLS 1.2 nor 1.3"),
        Arguments.of(
            HexFormat.of().parseHex(HELLO_OF_TLS_1_1), "it speaks neither TLS 1.2 nor 1.3"),
        Arguments.of(
            HexFormat.of().parseHex(ALERT + "28"),
            "it has no protocol or cipher in common with this client"),
        Arguments.of(
            HexFormat.of().parseHex(ALERT + "30"),
            "it wants a certificate of the client, one that it trusts (sslContext)"));
  }

  @ParameterizedTest
  @MethodSource("handshakes")
  void handshakeThatFailsIsExplained(byte[] answer, String reason) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        XmlRpcClient client =
            XmlRpcClient.builder("https://127.0.0.1:" + listening.getLocalPort()).build()) {
      CompletableFuture<byte[]> received =
          CompletableFuture.supplyAsync(() -> answer(listening, answer));
      TransportException e =
          assertThrows(TransportException.class, () -> client.call("m", "a secret"));
      assertEquals(client.uri() + ": no secure connection to 127.0.0.1: " + reason, e.getMessage());
      assertEquals(Delivery.NOT_SENT, e.delivery());
      assertEquals(0, TlsRecords.bytesOfCalls(received.get()));
      // Nor is there another attempt, in any other way.
      listening.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, listening::accept);
    }
  }

  /** Answers these, and all that was received. */
  private static byte[] answer(ServerSocket listening, byte... answer) {
    try (Socket socket = listening.accept()) {
      ByteArrayOutputStream received = new ByteArrayOutputStream();
      // Not before it was greeted, for which the JDK's client would not be ready.
      received.write(socket.getInputStream().read());
      socket.getOutputStream().write(answer);
      // Until the other side has seen enough.
      socket.getInputStream().transferTo(received);
      return received.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void oldProtocolsAreNotSpoken() {
    SSLParameters old = new SSLParameters(null, new String[] {"TLSv1.1"});
    XmlRpcClient.Builder builder = XmlRpcClient.builder("https://localhost/").sslParameters(old);
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);
    assertEquals("sslParameters allow none of TLSv1.3 and TLSv1.2", e.getMessage());
  }

  @Test
  void parametersThatAreGivenAreNotChanged() throws Exception {
    SSLParameters given = new SSLParameters(null, new String[] {"TLSv1.1", "TLSv1.3"});
    SSLParameters used = TlsParameters.of(given, TestPki.trusting());
    assertArrayEquals(new String[] {"TLSv1.3"}, used.getProtocols());
    assertArrayEquals(new String[] {"TLSv1.1", "TLSv1.3"}, given.getProtocols());
    assertNull(given.getAlgorithmConstraints());
  }

  @Test
  void parametersCanOnlyRefuseMore() throws Exception {
    SSLParameters given = new SSLParameters();
    given.setAlgorithmConstraints(new RefusingNothing());
    try (ScriptedServer server =
            ScriptedServer.overTls(TestPki.serving(TestPki.signedWithSha1()), FIVE);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .sslContext(TestPki.trusting())
                .sslParameters(given)
                .build()) {
      assertRefused(
          "its certificate is signed or made by an algorithm that is not safe", client, server);
    }
  }

  @Test
  void redirectToPlainHttpIsNotFollowed() throws Exception {
    try (ScriptedServer plain = ScriptedServer.answering(FIVE);
        ScriptedServer server =
            ScriptedServer.overTls(
                TestPki.serving(TestPki.localhost()),
                Reply.status(307).header("Location", plain.uri().toString()));
        XmlRpcClient client = client(server, TestPki.trusting())) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(
          server.uri()
              + ": answered with status 307, a redirect to "
              + plain.uri()
              + ", which is not followed: it leads from https to http",
          e.getMessage());
      assertEquals(List.of(), plain.requests());
    }
  }

  @Test
  void switchOfTheJdkIsNotAccepted() {
    String property = "jdk.internal.httpclient.disableHostnameVerification";
    System.setProperty(property, "true");
    try {
      XmlRpcClient.Builder builder = XmlRpcClient.builder("https://localhost/");
      IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);
      assertEquals(
          "the system property "
              + property
              + " is set, so that any server with any certificate could pose as the right one;"
              + " remove it",
          e.getMessage());
    } finally {
      System.clearProperty(property);
    }
  }

  /** What a caller gives who does not mind. */
  private static final class RefusingNothing implements AlgorithmConstraints {
    @Override
    public boolean permits(
        Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
      return true;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
      return true;
    }

    @Override
    public boolean permits(
        Set<CryptoPrimitive> primitives,
        String algorithm,
        Key key,
        AlgorithmParameters parameters) {
      return true;
    }
  }
}
