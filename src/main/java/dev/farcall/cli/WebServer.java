package dev.farcall.cli;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A Jetty with one web application. It holds 1,000 connections at most, of which one address gets
 * no more than half, and closes those on which a head takes longer than 30 seconds to come. Once it
 * is told to stop, also by a signal to the process, its servlets refuse new calls, and answer those
 * that are running, for which they have the setting drain-seconds; then the ports are closed.
 */
final class WebServer implements AutoCloseable {

  /** With a servlet's name behind it, the attribute by which it lets its calls end. */
  private static final String DRAIN = "dev.farcall.drain.";

  private static final long STOP_MILLIS = 20_000;
  private static final int MOST_CONNECTIONS = 1_000;
  private static final Duration LONGEST_HEAD = Duration.ofSeconds(30);

  // With its pool, Jetty 12.1.14 gives a buffer to two connections at a time now and then, where
  // many requests are broken off: then a call is read, or answered, with the bytes of another.
  private final Server server = new Server(null, null, new ByteBufferPool.NonPooling());
  private final List<Listener> listeners = new ArrayList<>();
  private final InetAddress address;
  private final Application application;
  private final WebAppContext context;
  private final HeadTimeout headTimeout;
  private final ConnectionShares shares = new ConnectionShares(MOST_CONNECTIONS / 2);
  private final Thread stopAtSignal = new Thread(this::stop, "farcall-stop");

  /** A server for this application on this address, which listens on no port yet. */
  WebServer(InetAddress address, Application application) {
    this.address = address;
    this.application = application;
    this.context = application.toContext();
    server.setStopTimeout(STOP_MILLIS);
    this.headTimeout = new HeadTimeout(LONGEST_HEAD, new LastCalls(context));
    server.setHandler(headTimeout);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
  }

  /**
   * Listens for plain http.
   *
   * @param port 0 for any that is free
   * @throws CommandFailure if the port cannot be had
   */
  void listen(int port) {
    HttpConnectionFactory http = new HttpConnectionFactory(configuration());
    listen("http", "--port", port, new ServerConnector(server, http));
  }

  /**
   * Listens for https.
   *
   * @param port 0 for any that is free
   * @throws CommandFailure if the port cannot be had
   */
  void listen(int port, SslContextFactory.Server ssl) {
    HttpConfiguration configuration = configuration();
    configuration.addCustomizer(new SecureRequestCustomizer());
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    listen("https", "--https-port", port, new ServerConnector(server, ssl, http));
  }

  /**
   * Starts the application.
   *
   * @throws CommandFailure if it does not start
   */
  void start() {
    try {
      JettyLog.silenced(server::start);
      Runtime.getRuntime().addShutdownHook(stopAtSignal);
    } catch (CommandFailure e) {
      throw e;
    } catch (Exception e) {
      throw new CommandFailure(CommandFailure.reason(e), e);
    }
  }

  /** Where the application answers calls, one URL for each port. */
  List<URI> uris() {
    return listeners.stream().map(this::uri).toList();
  }

  /** Waits for the end of the server, or of this thread. */
  void await() {
    try {
      server.join();
    } catch (InterruptedException e) {
      // Seen once here: stopping has to wait, too.
      close();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtSignal);
    } catch (IllegalStateException already) {
      // It is running, or has: that is why this is the end.
      return;
    }
  }

  private void stop() {
    try {
      drain();
      server.stop();
      listeners.forEach(listener -> listener.connector.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new CommandFailure("the server did not stop cleanly: " + CommandFailure.reason(e), e);
    }
  }

  // The servlets' classes are the application's, and unknown here; what they leave is the JDK's.
  private void drain() {
    for (String name : context.getContext().getAttributeNameSet()) {
      if (name.startsWith(DRAIN)
          && context.getContext().getAttribute(name) instanceof Runnable drain) {
        drain.run();
      }
    }
  }

  private void listen(String scheme, String option, int port, ServerConnector connector) {
    connector.setHost(address.getHostAddress());
    connector.setPort(port);
    // Of more that come at once than wait to be accepted, by default 50, the kernel drops the first
    // packets, and their peers send them again a second later.
    connector.setAcceptQueueSize(MOST_CONNECTIONS);
    connector.addEventListener(shares);
    connector.addEventListener(headTimeout);
    try {
      // Not left to the start: a port that is taken should cost nobody the wait for it.
      connector.open();
    } catch (IOException e) {
      String reason = CommandFailure.reason(e.getCause() == null ? e : e.getCause());
      throw new CommandFailure(
          "cannot listen on "
              + host()
              + ":"
              + port
              + ": "
              + reason
              + "; see "
              + option
              + " and --bind",
          e);
    }
    server.addConnector(connector);
    listeners.add(new Listener(scheme, connector));
  }

  private URI uri(Listener listener) {
    String host = address.isAnyLocalAddress() ? "localhost" : host();
    String path = application.contextPath().replaceFirst("/$", "") + "/RPC2";
    return URI.create(
        listener.scheme + "://" + host + ":" + listener.connector.getLocalPort() + path);
  }

  private String host() {
    if (address instanceof Inet6Address) {
      // Java never shortens; the short form is the one that a Host header is checked against.
      return address.isLoopbackAddress() ? "[::1]" : "[" + address.getHostAddress() + "]";
    }
    return address.getHostAddress();
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // Those outside the heap are for a pool: they take long to make.
    configuration.setUseInputDirectByteBuffers(false);
    configuration.setUseOutputDirectByteBuffers(false);
    return configuration;
  }

  private record Listener(String scheme, ServerConnector connector) {}
}
