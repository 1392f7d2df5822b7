package dev.farcall.benchmark;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.apache.xmlrpc.webserver.XmlRpcServlet;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Both servlets, each in a Jetty of its own kind, on a free port of the loopback address. */
final class Containers {

  private static final String PATH = "/RPC2";

  private Containers() {}

  /** Ours, with a handler under the prefix {@code sample}. */
  static Server farcall(Class<?> handler) {
    var context = new org.eclipse.jetty.ee10.servlet.ServletContextHandler();
    var holder =
        new org.eclipse.jetty.ee10.servlet.ServletHolder(new dev.farcall.servlet.XmlRpcServlet());
    holder.setInitParameter("handler.sample", handler.getName());
    // Apache's servlet logs nothing.
    holder.setInitParameter("access-log", "off");
    context.addServlet(holder, PATH);
    return started(context);
  }

  /** Apache's, with the same handler. */
  static Server apache(Class<?> handler) {
    var context = new org.eclipse.jetty.ee8.servlet.ServletContextHandler();
    context.addServlet(new org.eclipse.jetty.ee8.servlet.ServletHolder(new Mapped(handler)), PATH);
    return started(context.get());
  }

  static URI uri(Server server) {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return URI.create("http://127.0.0.1:" + port + PATH);
  }

  private static Server started(Handler handler) {
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not start", e);
    }
    return server;
  }

  /** Apache's servlet, which reads its handlers from a file unless told otherwise. */
  private static final class Mapped extends XmlRpcServlet {
    private static final long serialVersionUID = 1L;

    private final transient Class<?> handler;

    Mapped(Class<?> handler) {
      this.handler = handler;
    }

    @Override
    protected XmlRpcHandlerMapping newXmlRpcHandlerMapping() throws XmlRpcException {
      PropertyHandlerMapping mapping = new PropertyHandlerMapping();
      mapping.addHandler("sample", handler);
      return mapping;
    }
  }
}
