package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.ProtocolError;
import dev.farcall.testkit.TestIdentity;
import dev.farcall.testkit.TestPki;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTP/2 over https, where the server offers it. */
final class Http2Test {

  private static final String FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";

  private final Queue<String> protocols = new ConcurrentLinkedQueue<>();
  private final Server server = new Server();
  private ServerConnector connector;

  @BeforeEach
  void start() throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(TestPki.localhost().keyStoreFile().toString());
    tls.setKeyStorePassword(TestIdentity.PASSWORD);
    connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, alpn.getProtocol()),
            alpn,
            new HTTP2ServerConnectionFactory(configuration),
            new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Answering());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private XmlRpcClient client() throws Exception {
    return XmlRpcClient.builder("https://127.0.0.1:" + connector.getLocalPort() + "/RPC2")
        .sslContext(TestPki.trusting())
        .build();
  }

  @Test
  void isSpokenWhereItIsOffered() throws Exception {
    try (XmlRpcClient client = client()) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m", "x".repeat(1 << 20)));
    }
    assertEquals(List.of("HTTP/2.0", "HTTP/2.0"), List.copyOf(protocols));
  }

  @Test
  void replyHasNothingButHeaders() throws Exception {
    try (XmlRpcClient client = client()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("no.such"));
      assertEquals(404, e.status());
      Map<String, List<String>> headers = e.headers();
      assertEquals(List.of("text/plain"), headers.get("Content-Type"));
      assertTrue(headers.keySet().stream().noneMatch(name -> name.startsWith(":")));
    }
  }

  /** Answers 5, and knows nothing of what is called no.such. */
  private final class Answering extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      protocols.add(request.getConnectionMetaData().getProtocol());
      boolean none = Content.Source.asString(request).contains("no.such");
      response.setStatus(none ? 404 : 200);
      response.getHeaders().put("Content-Type", none ? "text/plain" : "text/xml");
      byte[] body = (none ? "none" : FIVE).getBytes(StandardCharsets.UTF_8);
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }
}
