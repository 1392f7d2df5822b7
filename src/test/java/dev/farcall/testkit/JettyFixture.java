package dev.farcall.testkit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * A real Jetty with one servlet at {@code /RPC2}, on a free port of the loopback address.
 *
 * <pre>{@code
 * try (JettyFixture jetty =
 *     JettyFixture.of(new XmlRpcServlet()).param("handler.sample", "x.Sample").start()) {
 *   XmlRpcClient.builder(jetty.uri())...
 * }
 * }</pre>
 */
public final class JettyFixture implements AutoCloseable {

  private static final String PATH = "/RPC2";

  private final Server server;
  private final ServletHolder holder;
  private final String scheme;

  private JettyFixture(Server server, ServletHolder holder, String scheme) {
    this.server = server;
    this.holder = holder;
    this.scheme = scheme;
  }

  /** A builder of a Jetty with this servlet. */
  public static Builder of(Servlet servlet) {
    return new Builder(servlet);
  }

  /** The address of the servlet: {@code http://127.0.0.1:PORT/RPC2}. */
  public URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + port() + PATH);
  }

  /** The port it listens on. */
  public int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** A new plain connection to it, which gives up reading after ten seconds. */
  public Socket connect() throws IOException {
    return connect("127.0.0.1");
  }

  /** The same from that address of this machine. */
  public Socket connect(String from) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), port(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** What the servlet is called in the application. */
  public String servletName() {
    return holder.getName();
  }

  /** An attribute of the application, or null. */
  public @Nullable Object attribute(String name) {
    return holder.getServletHandler().getServletContext().getAttribute(name);
  }

  /** Stops a servlet that stands beside, so that its {@code destroy} runs. */
  public void stopServlet(String name) throws Exception {
    holder.getServletHandler().getServlet(name).stop();
  }

  /** Stops the servlet, so that its {@code destroy} runs, and leaves the server up. */
  public void stopServlet() throws Exception {
    holder.stop();
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

  /** Collects a {@link JettyFixture}. */
  public static final class Builder {
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Servlet servlet;
    private final List<String> paths = new ArrayList<>(List.of(PATH));
    private final Map<ServletHolder, String> beside = new LinkedHashMap<>();
    private SslContextFactory.@Nullable Server ssl;
    private @Nullable SecurityHandler security;
    private @Nullable FilterHolder filter;
    private boolean http2;
    private Duration idleTimeout = Duration.ofSeconds(30);

    private Builder(Servlet servlet) {
      this.servlet = servlet;
    }

    /** Adds an init-param. */
    public Builder param(String name, String value) {
      params.put(name, value);
      return this;
    }

    /** Adds init-params. */
    public Builder params(Map<String, String> more) {
      params.putAll(more);
      return this;
    }

    /** Maps the servlet to one more path. */
    public Builder path(String path) {
      paths.add(path);
      return this;
    }

    /** Maps the servlet to this path, and no other. */
    public Builder onlyPath(String path) {
      paths.clear();
      return path(path);
    }

    /** Adds another servlet to the application, which starts after those before. */
    public Builder beside(Servlet other, String name, String path, Map<String, String> itsParams) {
      ServletHolder holder = new ServletHolder(name, other);
      holder.setInitParameters(itsParams);
      holder.setInitOrder(2 + beside.size());
      beside.put(holder, path);
      return this;
    }

    /** Speaks https with the only key of this PKCS12 key store. */
    public Builder keyStore(Path keyStore, String password) {
      ssl = new SslContextFactory.Server();
      ssl.setKeyStorePath(keyStore.toString());
      ssl.setKeyStorePassword(password);
      return this;
    }

    /** Speaks https as this context says. */
    public Builder ssl(SSLContext context) {
      ssl = new SslContextFactory.Server();
      ssl.setSslContext(context);
      return this;
    }

    /** Puts a filter before the servlet. */
    public Builder filter(Filter before) {
      filter = new FilterHolder(before);
      return this;
    }

    /** Authenticates callers, as this says. */
    public Builder security(SecurityHandler handler) {
      security = handler;
      return this;
    }

    /** Waits for so long, and no longer, for the next byte; 30 seconds as Jetty does. */
    public Builder idleTimeout(Duration timeout) {
      idleTimeout = timeout;
      return this;
    }

    /** Speaks HTTP/2 over https with clients that can. */
    public Builder http2() {
      http2 = true;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws Exception the very exception that the servlet's {@code init} threw, if it did
     */
    public JettyFixture start() throws Exception {
      Server server = new Server();
      server.addConnector(connector(server));
      ServletHolder holder = new ServletHolder(servlet);
      holder.setInitParameters(params);
      holder.setInitOrder(1);
      ServletContextHandler context =
          new ServletContextHandler("/", ServletContextHandler.SESSIONS);
      paths.forEach(path -> context.addServlet(holder, path));
      beside.forEach(context::addServlet);
      if (filter != null) {
        context.addFilter(filter, PATH, EnumSet.of(DispatcherType.REQUEST));
      }
      if (security != null) {
        context.setSecurityHandler(security);
      }
      server.setHandler(context);
      try {
        server.start();
      } catch (Exception e) {
        server.stop();
        throw e;
      }
      return new JettyFixture(server, holder, ssl == null ? "http" : "https");
    }

    private ServerConnector connector(Server server) {
      HttpConfiguration configuration = new HttpConfiguration();
      HttpConnectionFactory http = new HttpConnectionFactory(configuration);
      ServerConnector connector;
      if (ssl == null) {
        connector = new ServerConnector(server, 1, 1, http);
      } else {
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        connector =
            http2
                ? new ServerConnector(
                    server, ssl, new ALPNServerConnectionFactory(), h2(configuration), http)
                : new ServerConnector(server, ssl, http);
      }
      connector.setHost("127.0.0.1");
      connector.setIdleTimeout(idleTimeout.toMillis());
      return connector;
    }

    private static HTTP2ServerConnectionFactory h2(HttpConfiguration configuration) {
      return new HTTP2ServerConnectionFactory(configuration);
    }
  }
}
