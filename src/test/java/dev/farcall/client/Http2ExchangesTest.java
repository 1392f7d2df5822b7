package dev.farcall.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.TestPki;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls over HTTP/2: many at a time, long ones, and those that end early. */
final class Http2ExchangesTest {

  private final Server servlet = new Server();
  private JettyFixture jetty;
  private XmlRpcClient client;

  @BeforeEach
  void start() throws Exception {
    jetty = JettyFixture.of(servlet).ssl(TestPki.serving(TestPki.localhost())).http2().start();
    client = builder().build();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    jetty.close();
  }

  private XmlRpcClient.Builder builder() throws Exception {
    return XmlRpcClient.builder(jetty.uri()).sslContext(TestPki.trusting());
  }

  @Test
  void isSpokenWhereTheServerHasIt() {
    assertEquals("HTTP/2.0", client.call("protocol"));
  }

  @Test
  void isNotSpokenIfNotWanted() throws Exception {
    try (XmlRpcClient old = builder().version(HttpClient.Version.HTTP_1_1).build()) {
      assertEquals("HTTP/1.1", old.call("protocol"));
    }
  }

  @Test
  void callsAtOneTimeShareAConnection() {
    client.call("protocol");
    List<CompletableFuture<Object>> calls =
        IntStream.range(0, 50).mapToObj(i -> client.callAsync("protocol")).toList();
    calls.forEach(call -> assertEquals("HTTP/2.0", call.join()));
    assertEquals(1, servlet.ports.size());
  }

  @Test
  void largeBodiesGoBothWays() {
    String text = "x".repeat(3 << 20);
    assertEquals(text, client.call("echo", text));
  }

  @Test
  void cancellingEndsTheExchange() throws Exception {
    CompletableFuture<Object> call = client.callAsync("dribble");
    assertTrue(servlet.begun.await(10, TimeUnit.SECONDS));
    assertTrue(call.cancel(true));
    assertTrue(servlet.broken.await(10, TimeUnit.SECONDS));
    assertEquals("HTTP/2.0", client.call("protocol"));
  }

  @Test
  void timeForAllEndsTheExchange() throws Exception {
    try (XmlRpcClient hurried = builder().timeout(Duration.ofSeconds(1)).build()) {
      TransportException e = assertThrows(TransportException.class, () -> hurried.call("dribble"));
      assertEquals(jetty.uri() + ": the time for the whole call passed (timeout)", e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertTrue(servlet.broken.await(10, TimeUnit.SECONDS));
    }
  }

  /** Tells the protocol, gives back what it got, or sends blanks until the client is gone. */
  private static final class Server extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final transient CountDownLatch begun = new CountDownLatch(1);
    private final transient CountDownLatch broken = new CountDownLatch(1);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      ports.add(request.getRemotePort());
      String call = new String(request.getInputStream().readAllBytes(), UTF_8);
      response.setContentType("text/xml");
      if (call.contains("dribble")) {
        dribble(response);
      }
      String value =
          call.contains("echo")
              ? call.substring(call.indexOf("<string>"), call.indexOf("</string>"))
              : "<string>" + request.getProtocol();
      String document =
          "<methodResponse><params><param><value>"
              + value
              + "</string></value></param></params></methodResponse>";
      response.getOutputStream().write(document.getBytes(UTF_8));
    }

    private void dribble(HttpServletResponse response) throws IOException {
      response.getOutputStream().write("<methodResponse>".getBytes(UTF_8));
      response.flushBuffer();
      begun.countDown();
      try {
        while (true) {
          response.getOutputStream().write(' ');
          response.flushBuffer();
        }
      } finally {
        broken.countDown();
      }
    }
  }
}
