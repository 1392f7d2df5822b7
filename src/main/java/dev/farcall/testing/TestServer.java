package dev.farcall.testing;

import dev.farcall.client.XmlRpcClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Our servlet in a Jetty of its own, on a free port of the loopback address, with a client of it:
 * all that an application has in production but for its {@code web.xml}.
 *
 * <pre>{@code
 * try (TestServer server = TestServer.builder().handler("people", new People(database)).start()) {
 *   assertEquals("Ada", server.client().call("people.oldest"));
 * }
 * }</pre>
 *
 * <p>Needs {@code org.eclipse.jetty.ee10:jetty-ee10-servlet} 12, which the library does not bring.
 * {@link InMemory} needs nothing. Safe for use by many threads.
 */
public final class TestServer implements AutoCloseable {

  private final LoopbackJetty jetty;
  private final XmlRpcClient client;

  private TestServer(LoopbackJetty jetty, XmlRpcClient client) {
    this.jetty = jetty;
    this.client = client;
  }

  /** A builder of a server that has no handlers yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** The address, with whatever port was free: {@code http://127.0.0.1:PORT/RPC2}. */
  public URI uri() {
    return jetty.uri();
  }

  /** A client of this server, the same each time, which is closed with it. */
  public XmlRpcClient client() {
    return client;
  }

  /** Stops the server. A second time does nothing. */
  @Override
  public void close() {
    try (jetty) {
      client.close();
    }
  }

  /** Collects what a {@link TestServer} has. For use by one thread. */
  public static final class Builder {

    private static final String FACTORY = "handler-factory";

    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<Class<?>, Object> handlers = new HashMap<>();
    private final List<Consumer<XmlRpcClient.Builder>> client = new ArrayList<>();

    private Builder() {}

    /**
     * Exports what a class declares, as the init-param {@code handler.PREFIX} does. The servlet
     * makes the object.
     *
     * @param prefix {@code sample} for {@code sample.add}; empty for no prefix
     * @throws IllegalArgumentException if the prefix has a handler
     */
    public Builder handler(String prefix, Class<?> type) {
      return setting("handler." + prefix, type.getName());
    }

    /**
     * Exports what the class of an object declares, and runs it on that object, which is not
     * closed.
     *
     * @param prefix {@code sample} for {@code sample.add}; empty for no prefix
     * @throws IllegalArgumentException if the prefix has a handler, or the class another object
     */
    public Builder handler(String prefix, Object instance) {
      return given(prefix, instance.getClass(), instance);
    }

    /**
     * Exports what an interface, or a class, declares, and runs it on an object, as a mock, which
     * is not closed.
     *
     * @param prefix {@code sample} for {@code sample.add}; empty for no prefix
     * @throws IllegalArgumentException if the prefix has a handler, or the type another object
     */
    public <T> Builder handler(String prefix, Class<T> declared, T instance) {
      return given(prefix, declared, instance);
    }

    /**
     * Sets an init-param of the servlet.
     *
     * @throws IllegalArgumentException if it is set
     */
    public Builder setting(String name, String value) {
      if (params.putIfAbsent(name, Objects.requireNonNull(value, "value")) != null) {
        throw new IllegalArgumentException(name + " is set twice");
      }
      return this;
    }

    /** Sets up the client, as {@code c -> c.timeout(Duration.ofSeconds(5))}. */
    public Builder client(Consumer<XmlRpcClient.Builder> settings) {
      client.add(settings);
      return this;
    }

    /**
     * Starts a server, each time another.
     *
     * @throws IllegalStateException if the servlet does not start, with its report of what is
     *     wrong; if there are objects as handlers and the setting {@code handler-factory}, too; or
     *     if Jetty is not on the class path
     */
    public TestServer start() {
      LoopbackJetty jetty = startJetty();
      try {
        XmlRpcClient.Builder builder = XmlRpcClient.builder(jetty.uri());
        client.forEach(settings -> settings.accept(builder));
        return new TestServer(jetty, builder.build());
      } catch (RuntimeException | Error e) {
        jetty.close();
        throw e;
      }
    }

    private LoopbackJetty startJetty() {
      Map<String, String> all = new LinkedHashMap<>(params);
      // A line for each call would bury what the tests say.
      all.putIfAbsent("access-log", "off");
      if (!handlers.isEmpty() && all.putIfAbsent(FACTORY, GivenHandlers.class.getName()) != null) {
        throw new IllegalStateException(
            "handlers that are objects and the setting handler-factory exclude each other");
      }
      try {
        return LoopbackJetty.start(all, Map.of(GivenHandlers.ATTRIBUTE, Map.copyOf(handlers)));
      } catch (NoClassDefFoundError e) {
        throw new IllegalStateException(
            "a TestServer needs Jetty 12 on the class path"
                + " (org.eclipse.jetty.ee10:jetty-ee10-servlet), which lacks "
                + e.getMessage(),
            e);
      }
    }

    private Builder given(String prefix, Class<?> declared, Object instance) {
      Object other = handlers.putIfAbsent(declared, instance);
      if (other != null && other != instance) {
        throw new IllegalArgumentException(declared.getName() + " has another object already");
      }
      return handler(prefix, declared);
    }
  }
}
