package dev.farcall.testing;

import dev.farcall.servlet.XmlRpcServlet;
import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty with our servlet at {@code /RPC2}, on a free port of the loopback address. */
final class LoopbackJetty implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/RPC2";

  private final Server server;

  private LoopbackJetty(Server server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param params of the servlet
   * @param attributes of the servlet context
   * @throws IllegalStateException if the servlet does not start; the message is the servlet's
   */
  static LoopbackJetty start(Map<String, String> params, Map<String, Object> attributes) {
    Server server = server();
    ServletHolder holder = new ServletHolder(new XmlRpcServlet());
    holder.setInitParameters(params);
    // Now, and not with the first call.
    holder.setInitOrder(1);
    ServletContextHandler context =
        new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    attributes.forEach(context.getServletContext()::setAttribute);
    context.addServlet(holder, PATH);
    server.setHandler(context);
    LoopbackJetty jetty = new LoopbackJetty(server);
    try {
      server.start();
    } catch (Exception e) {
      jetty.close();
      throw new IllegalStateException(e.getMessage(), e);
    }
    return jetty;
  }

  private static Server server() {
    QueuedThreadPool threads = new QueuedThreadPool();
    // So that a server somebody forgot does not keep the JVM alive.
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(HOST);
    server.addConnector(connector);
    return server;
  }

  URI uri() {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return URI.create("http://" + HOST + ":" + port + PATH);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the server for tests did not stop", e);
    }
  }
}
