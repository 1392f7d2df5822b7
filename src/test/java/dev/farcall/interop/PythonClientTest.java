package dev.farcall.interop;

import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Python's xmlrpc.client as everybody has it. The tests are in Python, beside the resources. */
final class PythonClientTest {

  @SuppressWarnings("NullAway.Init")
  private static ShippedServer server;

  @BeforeAll
  static void start() throws Exception {
    PythonTests.requirePython();
    server = ShippedServer.start();
  }

  @AfterAll
  @SuppressWarnings("ConstantConditions") // where there is no Python it was never started
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> callsOverHttp() throws Exception {
    return PythonTests.run("calls", server.http().toString());
  }

  @TestFactory
  Stream<DynamicTest> callsOverHttps() throws Exception {
    return PythonTests.run(
        "calls", server.https().toString(), ShippedServer.certificate().toString());
  }

  @TestFactory
  Stream<DynamicTest> untrustedCertificate() throws Exception {
    return PythonTests.run("untrusted", server.https().toString());
  }

  @TestFactory
  Stream<DynamicTest> checksOfPythonsOwnServerTests() throws Exception {
    return PythonTests.run("cpython_checks", server.http().toString());
  }

  @TestFactory
  Stream<DynamicTest> callsOfALenientServer() throws Exception {
    try (JettyFixture lenient =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", "dev.farcall.examples.Sample")
            .param("reading", "lenient")
            .param("non-finite", "write")
            .start()) {
      return PythonTests.run("lenient", lenient.uri().toString());
    }
  }
}
