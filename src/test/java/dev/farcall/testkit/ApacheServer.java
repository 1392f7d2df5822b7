package dev.farcall.testkit;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcHandler;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.metadata.XmlRpcSystemImpl;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcErrorLogger;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.apache.xmlrpc.webserver.WebServer;
import org.jspecify.annotations.Nullable;

/**
 * Apache XML-RPC 3.1.3's own web server, on a free port of 127.0.0.1. It has {@code get_power(x,
 * y)}, {@code add(x, y)}, {@code echo(value)}, {@code moment()}, which is a date, {@code
 * nothing()}, which is null, {@code fail(code, text)}, which answers with that fault, {@code
 * crash(text)}, whose handler throws a RuntimeException, and introspection of {@code sample.add(x,
 * y)}.
 */
public final class ApacheServer implements AutoCloseable {

  private static final Map<String, XmlRpcHandler> METHODS =
      Map.of(
          "get_power", request -> (int) Math.pow(number(request, 0), number(request, 1)),
          "add", request -> number(request, 0) + number(request, 1),
          "echo", request -> request.getParameter(0),
          "moment", request -> Date.from(Instant.parse("2026-11-24T07:08:09Z")),
          "nothing", request -> null,
          "fail", ApacheServer::fail,
          "crash", ApacheServer::crash);

  private final WebServer server;

  private ApacheServer(WebServer server) {
    this.server = server;
  }

  /** Starts one that keeps to the specification. */
  public static ApacheServer plain() throws Exception {
    return start(new XmlRpcServerConfigImpl());
  }

  /** Starts one with the vendor extensions; it keeps connections, which the plain one does not. */
  public static ApacheServer extended() throws Exception {
    XmlRpcServerConfigImpl config = new XmlRpcServerConfigImpl();
    config.setEnabledForExtensions(true);
    config.setEnabledForExceptions(true);
    config.setKeepAliveEnabled(true);
    return start(config);
  }

  private static ApacheServer start(XmlRpcServerConfigImpl config) throws Exception {
    WebServer server = new Quiet(InetAddress.getLoopbackAddress());
    server.getXmlRpcServer().setConfig(config);
    server.getXmlRpcServer().setErrorLogger(new Silence());
    PropertyHandlerMapping declared = new PropertyHandlerMapping();
    declared.addHandler("sample", Sample.class);
    XmlRpcSystemImpl.addSystemHandler(declared);
    server
        .getXmlRpcServer()
        .setHandlerMapping(
            name -> {
              XmlRpcHandler method = METHODS.get(name);
              return method == null ? declared.getHandler(name) : method;
            });
    server.start();
    return new ApacheServer(server);
  }

  /** Its address: {@code http://127.0.0.1:PORT/RPC2}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/RPC2");
  }

  @Override
  public void close() {
    server.shutdown();
  }

  private static int number(XmlRpcRequest request, int index) {
    return (Integer) request.getParameter(index);
  }

  private static Object fail(XmlRpcRequest request) throws XmlRpcException {
    throw new XmlRpcException(number(request, 0), (String) request.getParameter(1));
  }

  private static Object crash(XmlRpcRequest request) {
    throw new IllegalStateException((String) request.getParameter(0));
  }

  /** Keeps failures that are wanted off the console. */
  private static final class Silence extends XmlRpcErrorLogger {
    @Override
    public void log(@Nullable String message, @Nullable Throwable error) {}

    @Override
    public void log(@Nullable String message) {}
  }

  /** Does so, too, for what fails outside the handlers. */
  private static final class Quiet extends WebServer {
    Quiet(InetAddress address) {
      super(0, address);
    }

    @Override
    public void log(@Nullable Throwable error) {}

    @Override
    public void log(@Nullable String message) {}
  }

  /** A handler that can be described, since its methods are declared. */
  public static final class Sample {
    /** Adds. */
    public int add(int x, int y) {
      return x + y;
    }
  }
}
