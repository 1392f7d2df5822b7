package dev.farcall.testing;

import dev.farcall.client.XmlRpcClient;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link TestServer} for a class of tests of JUnit 5, or for each test. Parameters of the types
 * {@link XmlRpcClient}, {@link URI} and {@link TestServer} are given.
 *
 * <pre>{@code
 * final class PeopleTest {
 *   @RegisterExtension
 *   static final XmlRpcServerExtension RPC =
 *       XmlRpcServerExtension.of(TestServer.builder().handler("people", People.class));
 *
 *   @Test
 *   void oldestIsFound(XmlRpcClient client) {
 *     assertEquals("Ada", client.call("people.oldest"));
 *   }
 * }
 * }</pre>
 *
 * <p>In a static field it starts one server for the class and those nested in it; in an instance
 * field one for each test. A class can have one such field, since parameters have no names to
 * choose by. Safe for use by tests that run at once.
 */
public final class XmlRpcServerExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(XmlRpcServerExtension.class);

  private final TestServer.Builder servers;

  private XmlRpcServerExtension(TestServer.Builder servers) {
    this.servers = servers;
  }

  /** An extension that starts such servers. */
  public static XmlRpcServerExtension of(TestServer.Builder servers) {
    return new XmlRpcServerExtension(servers);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    start(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    start(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stop(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == XmlRpcClient.class || type == URI.class || type == TestServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestServer server = store(context).get(this, TestServer.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == TestServer.class) {
      return server;
    }
    return type == URI.class ? server.uri() : server.client();
  }

  // A store also finds what was put into that of an outer class or of the class of a test ...
  private void start(ExtensionContext context) {
    if (store(context).get(this) == null) {
      store(context).put(this, servers.start());
    }
  }

  // ... but removes only what was put into itself.
  private void stop(ExtensionContext context) {
    TestServer server = store(context).remove(this, TestServer.class);
    if (server != null) {
      server.close();
    }
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
