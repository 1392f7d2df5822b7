package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK's HTTP client: HTTP/1.1, with and without the wish for HTTP/2, and https. */
final class JavaHttpClientTest {

  private static final String ANSWER = "<int>9</int>";
  private static final byte[] CALL =
      ("<methodCall><methodName>get_power</methodName><params><param><value><int>3</int></value>"
              + "</param><param><value><int>2</int></value></param></params></methodCall>")
          .getBytes(StandardCharsets.UTF_8);

  @SuppressWarnings("NullAway.Init")
  private static ShippedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ShippedServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder().version(version).build();
  }

  private static HttpRequest.Builder request(URI uri, BodyPublisher body) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "text/xml")
        .POST(body);
  }

  private static HttpRequest.Builder request(BodyPublisher body) {
    return request(server.http(), body);
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private static byte[] echo(String text) {
    return ("<methodCall><methodName>sample.echo</methodName><params><param><value><string>"
            + text
            + "</string></value></param></params></methodCall>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertAnswered(HttpResponse<String> response) {
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains(ANSWER), response::body);
  }

  @ParameterizedTest
  @EnumSource
  void callIsAnsweredWhateverTheVersionAskedFor(HttpClient.Version version) throws Exception {
    HttpClient client = client(version);
    for (int i = 0; i < 3; i++) {
      HttpRequest request = request(BodyPublishers.ofByteArray(CALL)).build();
      assertAnswered(client.send(request, BodyHandlers.ofString()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void chunkedCallIsAnswered(HttpClient.Version version) throws Exception {
    HttpRequest request = request(chunked(CALL)).build();
    assertAnswered(client(version).send(request, BodyHandlers.ofString()));
  }

  @Test
  void callThatAsksFirstIsAnswered() throws Exception {
    HttpClient client = client(HttpClient.Version.HTTP_1_1);
    HttpRequest request = request(BodyPublishers.ofByteArray(CALL)).expectContinue(true).build();
    assertAnswered(client.send(request, BodyHandlers.ofString()));
  }

  @Test
  void lengthIsExactAndTheTypeIsXml() throws Exception {
    HttpResponse<byte[]> response =
        client(HttpClient.Version.HTTP_1_1)
            .send(request(BodyPublishers.ofByteArray(CALL)).build(), BodyHandlers.ofByteArray());
    assertEquals(
        response.body().length, response.headers().firstValueAsLong("Content-Length").orElse(-1));
    assertTrue(
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .replace(" ", "")
            .equalsIgnoreCase("text/xml;charset=utf-8"));
  }

  @Test
  void compressedAnswerIsWhole() throws Exception {
    String text = "0123456789".repeat(100_000);
    HttpRequest request =
        request(chunked(echo(text))).header("Accept-Encoding", "deflate;q=0.5, gzip").build();
    HttpResponse<InputStream> response =
        client(HttpClient.Version.HTTP_1_1).send(request, BodyHandlers.ofInputStream());
    assertEquals(Optional.of("gzip"), response.headers().firstValue("Content-Encoding"));
    try (InputStream body = new GZIPInputStream(response.body())) {
      String document = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(document.contains("<string>" + text + "</string>"));
      assertTrue(document.endsWith("</methodResponse>"));
    }
  }

  @Test
  void callsAtTheSameTimeEachGetTheirOwnAnswer() {
    HttpClient client = client(HttpClient.Version.HTTP_1_1);
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 64)
            .mapToObj(i -> request(BodyPublishers.ofByteArray(echo("number " + i))).build())
            .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
            .map(future -> future.thenApply(HttpResponse::body))
            .toList();
    for (int i = 0; i < answers.size(); i++) {
      assertTrue(answers.get(i).join().contains("<string>number " + i + "</string>"));
    }
  }

  @Test
  void pageIsNotAnswered() throws Exception {
    HttpResponse<String> response =
        client(HttpClient.Version.HTTP_1_1)
            .send(
                request(BodyPublishers.ofByteArray(CALL))
                    .setHeader("Origin", "https://a.b")
                    .build(),
                BodyHandlers.ofString());
    assertEquals(403, response.statusCode());
    assertFalse(response.body().contains(ANSWER));
  }

  @ParameterizedTest
  @EnumSource
  void callOverHttpsIsAnsweredToWhoTrustsTheCertificate(HttpClient.Version version)
      throws Exception {
    HttpClient client = HttpClient.newBuilder().version(version).sslContext(trusting()).build();
    HttpRequest request = request(server.https(), BodyPublishers.ofByteArray(CALL)).build();
    assertAnswered(client.send(request, BodyHandlers.ofString()));
  }

  @Test
  void certificateIsValidForTheAddressToo() throws Exception {
    URI address = URI.create(server.https().toString().replace("localhost", "127.0.0.1"));
    HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
    HttpRequest request = request(address, BodyPublishers.ofByteArray(CALL)).build();
    assertAnswered(client.send(request, BodyHandlers.ofString()));
  }

  @Test
  void certificateIsNotTrustedByDefault() {
    HttpRequest request = request(server.https(), BodyPublishers.ofByteArray(CALL)).build();
    HttpClient client = HttpClient.newHttpClient();
    assertThrows(SSLHandshakeException.class, () -> client.send(request, BodyHandlers.ofString()));
  }

  private static SSLContext trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null);
    try (InputStream in = Files.newInputStream(ShippedServer.certificate())) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      trusted.setCertificateEntry("farcall", certificate);
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
