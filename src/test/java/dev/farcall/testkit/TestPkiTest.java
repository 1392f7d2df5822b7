package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TestPkiTest {

  static final List<TestIdentity> BAD =
      List.of(
          TestPki.otherHost(),
          TestPki.expired(),
          TestPki.selfSigned(),
          TestPki.ofUnknownAuthority());

  private static int status(URI uri, SSLContext client) throws Exception {
    HttpRequest get = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    HttpClient http = HttpClient.newBuilder().sslContext(client).build();
    return http.send(get, BodyHandlers.discarding()).statusCode();
  }

  private static ScriptedServer serving(TestIdentity identity) throws Exception {
    return ScriptedServer.overTls(TestPki.serving(identity), Reply.status(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void everyNameOfTheHostIsVerified(String host) throws Exception {
    try (ScriptedServer server = serving(TestPki.localhost())) {
      URI uri = URI.create("https://" + host + ":" + server.port() + "/RPC2");
      assertEquals(200, status(uri, TestPki.trusting()));
    }
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void badCertificateIsRefused(TestIdentity identity) throws Exception {
    try (ScriptedServer server = serving(identity)) {
      assertThrows(SSLException.class, () -> status(server.uri(), TestPki.trusting()));
      assertEquals(List.of(), server.requests());
    }
  }

  /** The JDK refuses SHA-1 only below the authorities it brings itself. */
  @Test
  void signatureOverSha1IsTakenByTheJdk() throws Exception {
    assertEquals("SHA1withECDSA", TestPki.signedWithSha1().certificate().getSigAlgName());
    try (ScriptedServer server = serving(TestPki.signedWithSha1())) {
      assertEquals(200, status(server.uri(), TestPki.trusting()));
    }
  }

  @Test
  void clientShowsItsCertificate() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.overMutualTls(
            TestPki.serving(TestPki.localhost()), Reply.status(200).closing())) {
      assertEquals(200, status(server.uri(), TestPki.trustingWith(TestPki.client())));
      assertThrows(Exception.class, () -> status(server.uri(), TestPki.trusting()));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void jettyReadsTheKeyStoreFile() throws Exception {
    try (JettyFixture jetty =
        JettyFixture.of(
                new jakarta.servlet.http.HttpServlet() {
                  private static final long serialVersionUID = 1L;
                })
            .keyStore(TestPki.localhost().keyStoreFile(), TestIdentity.PASSWORD)
            .start()) {
      assertEquals(405, status(jetty.uri(), TestPki.trusting()));
    }
  }
}
