package dev.farcall.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * The web application with its own web.xml in a Jetty that speaks http and, with the certificate
 * that the build made, https; each on a free port of the loopback address.
 */
final class ShippedServer implements AutoCloseable {

  private static final Path KEY_STORE = built("dev-certificate.p12");
  private static final Path CERTIFICATE = built("dev-certificate.pem");
  private static final String PASSWORD = "changeit";

  private final Server server = new Server();
  private final ServerConnector http = connector(null);
  private final ServerConnector https = connector(ssl());

  private ShippedServer() {
    WebAppContext application = new WebAppContext("src/main/webapp", "/");
    application.setParentLoaderPriority(true);
    application.setThrowUnavailableOnStartupException(true);
    server.addConnector(http);
    server.addConnector(https);
    server.setHandler(application);
  }

  static ShippedServer start() throws Exception {
    ShippedServer shipped = new ShippedServer();
    shipped.server.start();
    return shipped;
  }

  URI http() {
    return URI.create("http://localhost:" + http.getLocalPort() + "/RPC2");
  }

  URI https() {
    return URI.create("https://localhost:" + https.getLocalPort() + "/RPC2");
  }

  /** What a client has to trust for {@link #https()}. */
  static Path certificate() {
    if (!Files.exists(CERTIFICATE)) {
      throw new AssertionError(CERTIFICATE + " is missing: mvn generate-test-resources makes it");
    }
    return CERTIFICATE;
  }

  /** A new connection for plain http, which gives up reading after ten seconds. */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.getLocalPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IOException("the server did not stop", e);
    }
  }

  private ServerConnector connector(SslContextFactory.@Nullable Server ssl) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    HttpConnectionFactory factory = new HttpConnectionFactory(configuration);
    ServerConnector connector;
    if (ssl == null) {
      connector = new ServerConnector(server, 1, 1, factory);
    } else {
      configuration.addCustomizer(new SecureRequestCustomizer());
      connector = new ServerConnector(server, ssl, factory);
    }
    connector.setHost("127.0.0.1");
    return connector;
  }

  private static SslContextFactory.Server ssl() {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStorePath(KEY_STORE.toString());
    ssl.setKeyStorePassword(PASSWORD);
    return ssl;
  }

  private static Path built(String name) {
    return Path.of("target", name).toAbsolutePath();
  }
}
