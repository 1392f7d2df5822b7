package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.MappingException;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.ReceivedRequest;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of a client do to its requests. */
final class HttpFeaturesTest {

  private static final String FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";

  /** The request of a call, made with these settings. */
  private static ReceivedRequest sentTo(
      String address, UnaryOperator<XmlRpcClient.Builder> settings, @Nullable Object... params)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client =
            settings
                .apply(
                    XmlRpcClient.builder(address.replace("SERVER", "127.0.0.1:" + server.port())))
                .build()) {
      assertEquals(5, client.call("m", params));
      return server.takeRequest();
    }
  }

  private static ReceivedRequest sent(
      UnaryOperator<XmlRpcClient.Builder> settings, @Nullable Object... params) throws Exception {
    return sentTo("http://SERVER/RPC2", settings, params);
  }

  private static void assertRefused(String message, Runnable setting) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, setting::run);
    assertEquals(message, e.getMessage());
  }

  private static XmlRpcClient.Builder builder() {
    return XmlRpcClient.builder("http://localhost/");
  }

  @Test
  void requestsAreCompressedFromASize() throws Exception {
    ReceivedRequest small = sent(it -> it.gzipRequests(2000), "x");
    assertEquals(List.of(), small.header("Content-Encoding"));
    ReceivedRequest large = sent(it -> it.gzipRequests(2000), "x".repeat(2000));
    assertEquals(List.of("gzip"), large.header("Content-Encoding"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(large.content()))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("<string>" + "x".repeat(2000) + "</string>"), text);
    }
    assertRefused("gzipRequests is not negative, got -1", () -> builder().gzipRequests(-1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate", "identity"})
  void replyIsDecompressed(String coding) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream out = compressing(coding, body)) {
      out.write(FIVE.getBytes(StandardCharsets.UTF_8));
    }
    Reply reply = Reply.xml("").header("Content-Encoding", coding).body(body.toByteArray());
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m"));
      assertEquals(List.of(2), server.requestsPerConnection());
    }
  }

  private static OutputStream compressing(String coding, OutputStream to) throws IOException {
    return switch (coding) {
      case "identity" -> to;
      case "deflate" -> new DeflaterOutputStream(to);
      default -> new GZIPOutputStream(to);
    };
  }

  @Test
  void ownHeadersAreSent() throws Exception {
    ReceivedRequest request =
        sent(it -> it.header("X-A", "1").header("x-a", "2").header("user-agent", "für\tmich"));
    assertEquals(List.of("1", "2"), request.header("X-A"));
    assertEquals(List.of("für\tmich"), request.header("User-Agent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept-Encoding",
        "connection",
        "Content-Encoding",
        "CONTENT-LENGTH",
        "Content-Type",
        "Expect",
        "Farcall-Deadline",
        "Host",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade"
      })
  void headersOfTheClientAreItsOwn(String name) {
    assertRefused(
        "the header " + name + " is written by the client itself",
        () -> builder().header(name, "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "für", "(a)", ":status"})
  void nameThatIsNoneIsRefused(String name) {
    assertRefused(
        "not the name of a header (RFC 9110, section 5.1)", () -> builder().header(name, "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX: y", "a\n", "\r", "\u0000", "\u007f", "5 €", "\ud83d\ude00"})
  void valueThatIsNoneIsRefused(String value) {
    assertRefused(
        "the value of header X-A has a line break, another control character, or one that is not"
            + " Latin-1",
        () -> builder().header("X-A", value));
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:secret@SERVER/, me:secret",
    "http://me@SERVER/, me:",
    "http://m%C3%BC:a+b%3A%40%E2%82%AC@SERVER/, mü:a+b:@€"
  })
  void userOfTheAddressIsSent(String address, String userAndPassword) throws Exception {
    assertEquals(
        List.of(basic(userAndPassword)), sentTo(address, it -> it).header("Authorization"));
  }

  @Test
  void userIsSent() throws Exception {
    ReceivedRequest request = sentTo("http://other:secret@SERVER/", it -> it.basicAuth("mü", "€:"));
    assertEquals(List.of(basic("mü:€:")), request.header("Authorization"));
    assertRefused(
        "a user's name cannot hold a colon in Basic authentication",
        () -> builder().basicAuth("a:b", "c"));
  }

  private static String basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void tokenIsAskedForEachCall() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .bearerToken(() -> "t" + asked.incrementAndGet())
                .build()) {
      client.call("m");
      client.call("m");
      assertEquals(List.of("Bearer t1"), server.takeRequest().header("Authorization"));
      assertEquals(List.of("Bearer t2"), server.takeRequest().header("Authorization"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "secret\n", "secret\r\nX: y", "a b", "für"})
  void tokenThatIsNoneIsRefused(String token) throws Exception {
    String message =
        "a bearer token is visible characters of ASCII, without blanks and line breaks";
    assertRefused(message, () -> builder().bearerToken(token));
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).bearerToken(() -> token).build()) {
      assertRefused(message, () -> client.call("m"));
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void cookiesAreKeptWhereTheyAreWanted() throws Exception {
    Reply reply = Reply.xml(FIVE).header("Set-Cookie", "session=1");
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).cookies(new CookieManager()).build()) {
      client.call("m");
      client.call("m");
      assertEquals(List.of(), server.takeRequest().header("Cookie"));
      assertEquals(List.of("session=1"), server.takeRequest().header("Cookie"));
    }
  }

  @Test
  void cookiesAreNotKeptByDefault() throws Exception {
    Reply reply = Reply.xml(FIVE).header("Set-Cookie", "session=1");
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      client.call("m");
      client.call("m");
      assertEquals(List.of(), server.requests().get(1).header("Cookie"));
    }
  }

  @Test
  void encodingIsWrittenAndTold() throws Exception {
    ReceivedRequest request =
        sent(it -> it.encoding(StandardCharsets.ISO_8859_1).dialect(Dialect.PLAIN), "für 5 €");
    assertEquals(List.of("text/xml; charset=ISO-8859-1"), request.header("Content-Type"));
    String text = new String(request.content(), StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"), text);
    assertTrue(text.contains("<string>für 5 &#8364;</string>"), text);
  }

  @Test
  void whatTheDialectLacksIsToldWithItsPlace() {
    Object list = Map.of("a", Arrays.asList(1, null));
    try (XmlRpcClient client = builder().build()) {
      WireException nil = assertThrows(WireException.class, () -> client.call("m", 1, list));
      assertEquals(
          "params[1].a[1]: null, which the peer does not know (setting nil)", nil.getMessage());
      WireException large = assertThrows(WireException.class, () -> client.call("m", 1L << 40));
      assertEquals(
          "params[0]: a Long that no type of the peer can hold (setting extensions)",
          large.getMessage());
    }
  }

  @Test
  void whatNoTypeHoldsIsToldWithItsPlace() {
    try (XmlRpcClient client = builder().build()) {
      MappingException e =
          assertThrows(MappingException.class, () -> client.call("m", 1, List.of(new Object())));
      assertTrue(String.valueOf(e.getMessage()).startsWith("params[1][0]: "));
    }
  }

  @Test
  void dialectHasMoreTypes() throws Exception {
    String plain = sent(it -> it.dialect(Dialect.PLAIN), 1L << 40, null).text();
    assertTrue(plain.contains("<i8>1099511627776</i8>"), plain);
    assertTrue(plain.contains("<nil/>"), plain);
    String apache = sent(it -> it.dialect(Dialect.APACHE), BigInteger.TEN).text();
    assertTrue(apache.contains("<ex:biginteger>10</ex:biginteger>"), apache);
  }

  @Test
  void answerIsLimited() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .limits(WireLimits.defaults().withMaxDocumentBytes(91))
                .build()) {
      WireException e = assertThrows(WireException.class, () -> client.call("m"));
      assertEquals(
          "the body has more than the 91 bytes that max-document-bytes allows", e.getMessage());
    }
  }

  @Test
  void serverIsToldHowLongIsWaited() throws Exception {
    assertDeadline(299_000, 300_000, sent(it -> it));
    assertDeadline(1, 60_000, sent(it -> it.timeout(Duration.ofMinutes(1))));
  }

  private static void assertDeadline(long least, long most, ReceivedRequest request) {
    long left = Long.parseLong(request.header("Farcall-Deadline").get(0));
    assertTrue(left >= least && left <= most, () -> "left: " + left);
  }

  @Test
  void oneServiceMayBeWaitedForLonger() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.xml(FIVE));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      client.within(Duration.ofHours(2)).call("m");
      assertDeadline(3_600_000, 7_200_000, server.takeRequest());
      client.service("a").within(Duration.ofHours(2)).service("b").call("m");
      assertDeadline(3_600_000, 7_200_000, server.takeRequest());
      assertRefused("a timeout is positive, got 0 ms", () -> client.within(Duration.ZERO));
      assertRefused("a timeout is positive, got -5 ms", () -> client.within(Duration.ofMillis(-5)));
    }
  }

  @Test
  void foreverIsALongTime() throws Exception {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    sent(it -> it.timeout(forever).readTimeout(forever).connectTimeout(forever));
    sent(
        it ->
            it.timeout(forever)
                .readTimeout(forever)
                .connectTimeout(forever)
                .version(HttpClient.Version.HTTP_1_1));
  }

  /** A handler that has to ask somebody else. */
  public static final class Relay {
    /** Asks the server at this address, and would wait an hour. */
    public Object ask(String address) {
      try (XmlRpcClient client =
          XmlRpcClient.builder(address).timeout(Duration.ofHours(1)).build()) {
        return client.call(Object.class, "m");
      }
    }
  }

  @Test
  void callWithinACallHasWhatIsLeftOfThat() throws Exception {
    try (ScriptedServer asked = ScriptedServer.answering(Reply.xml(FIVE));
        JettyFixture jetty =
            JettyFixture.of(new XmlRpcServlet())
                .param("handler.relay", Relay.class.getName())
                .start();
        XmlRpcClient client =
            XmlRpcClient.builder(jetty.uri()).timeout(Duration.ofSeconds(30)).build()) {
      assertEquals(5, client.call("relay.ask", asked.uri().toString()));
      assertDeadline(1, 30_000, asked.takeRequest());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "false, no connection in time (connectTimeout)",
    "true, no connection within 50 ms (connectTimeout)"
  })
  void connectionThatIsNotAcceptedIsGivenUp(boolean jdk, String problem) throws Exception {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        waiting.add(channel);
        channel.configureBlocking(false);
        channel.connect(busy.getLocalSocketAddress());
      }
      XmlRpcClient.Builder builder =
          XmlRpcClient.builder("http://127.0.0.1:" + busy.getLocalPort())
              .connectTimeout(Duration.ofMillis(50));
      try (XmlRpcClient client =
          (jdk ? builder.version(HttpClient.Version.HTTP_1_1) : builder).build()) {
        TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
        assertEquals(client.uri() + ": " + problem, e.getMessage());
      }
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  @Test
  void settingsOfHttpAreOfNoUseToAnotherTransport() {
    XmlRpcClient.Builder builder =
        builder()
            .transport(Peer.answering("", new ArrayList<>()))
            .proxy(ProxySelector.of(new InetSocketAddress("localhost", 1)));
    IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);
    assertEquals(
        "a transport was given, so that settings of HTTP would have no effect; give them to it",
        e.getMessage());
  }
}
