package dev.farcall.cli;

import dev.farcall.examples.Sample;
import dev.farcall.examples.Validator1;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that is there for all tests of a class. */
final class CalledServer implements BeforeAllCallback, AfterAllCallback {

  private final Map<String, String> params;
  private final UnaryOperator<JettyFixture.Builder> settings;
  private @Nullable JettyFixture jetty;

  private CalledServer(Map<String, String> params, UnaryOperator<JettyFixture.Builder> settings) {
    this.params = params;
    this.settings = settings;
  }

  /** One with the handlers that are shipped. */
  static CalledServer ofSamples() {
    return new CalledServer(
        Map.of(
            "handler.sample", Sample.class.getName(),
            "handler.validator1", Validator1.class.getName()),
        UnaryOperator.identity());
  }

  /** One with this handler alone. */
  static CalledServer of(String prefix, Class<?> handler, String introspection) {
    return new CalledServer(
        Map.of("handler." + prefix, handler.getName(), "introspection", introspection),
        UnaryOperator.identity());
  }

  /** The same over https, with the certificate that the build makes. */
  CalledServer withCertificate() {
    return new CalledServer(
        params, jetty -> jetty.keyStore(Path.of("target/dev-certificate.p12"), "changeit"));
  }

  /** Its address. */
  String url() {
    if (jetty == null) {
      throw new IllegalStateException("it is there while tests run");
    }
    return jetty.uri().toString();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    jetty = settings.apply(JettyFixture.of(new XmlRpcServlet()).params(params)).start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (jetty != null) {
      jetty.close();
    }
  }
}
