package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest documents that the defaults allow, to the war with a heap of 128 MB. */
final class SmallHeapIT {

  private static final int MIB = 1 << 20;

  @TempDir private Path directory = Path.of("");

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private WarProcess process;

  @SuppressWarnings("NullAway.Init")
  private URI uri;

  @BeforeEach
  void start() throws IOException {
    process = WarProcess.start(List.of("-Xmx128m"), err(), "serve", "--port", "0");
    uri = process.uri();
  }

  @AfterEach
  void anOrdinaryCallIsAnsweredAndMemorySufficed() throws Exception {
    try (WarProcess running = process) {
      String answer = send(call("<int>7</int>")).body();
      assertTrue(answer.contains("<int>7</int>"), answer);
      running.terminate();
      int unused = running.status();
      String log = Files.readString(err());
      assertFalse(log.contains("OutOfMemoryError"), log);
    }
  }

  private Path err() {
    return directory.resolve("err");
  }

  private static byte[] call(String value) {
    String text =
        "<methodCall><methodName>sample.echo</methodName><params><param><value>"
            + value
            + "</value></param></params></methodCall>";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String array(int size) {
    return array(size, "<value><int>1</int></value>");
  }

  private static String array(int size, String value) {
    return "<array><data>" + value.repeat(size) + "</data></array>";
  }

  private HttpResponse<String> send(byte[] call) throws IOException, InterruptedException {
    return http.send(request(call).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(byte[] call) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "text/xml")
        .POST(BodyPublishers.ofByteArray(call));
  }

  private String sendZipped(byte[] call) throws IOException, InterruptedException {
    return http.send(zipped(call), BodyHandlers.ofString()).body();
  }

  private HttpRequest zipped(byte[] call) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(call);
    }
    return request(zipped.toByteArray()).header("Content-Encoding", "gzip").build();
  }

  @Test
  void twoHundredThousandValuesComeBack() throws Exception {
    String answer = send(call(array(199_999))).body();
    assertTrue(answer.contains(array(199_999)));
  }

  @Test
  void millionValuesAreRefused() throws Exception {
    String answer = sendZipped(call("<array><data>" + "<value/>".repeat(1_000_000)));
    assertTrue(answer.contains("more than 200000 values (setting max-values)"), answer);
  }

  @Test
  void textAsLongAsADocumentMayBeComesBack() throws Exception {
    String text = "x".repeat(16 * MIB - 200);
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param><value><string>"
            + text
            + "</string></value></param></params></methodResponse>",
        sendZipped(call("<string>" + text + "</string>")));
  }

  @Test
  void blanksWhereANumberShouldBeAreRefused() throws Exception {
    String answer = sendZipped(call("<int>" + " ".repeat(16 * MIB - 200) + "</int>"));
    assertTrue(answer.contains("<int>-32602</int>"), answer);
  }

  @Test
  void manyLongTextsAtOnceAreAnsweredOrToldToComeAgain() throws Exception {
    byte[] call = call("<string>" + "y".repeat(4 * MIB) + "</string>");
    List<CompletableFuture<HttpResponse<String>>> answers =
        Stream.generate(() -> http.sendAsync(request(call).build(), BodyHandlers.ofString()))
            // Of one more from an address the body is not awaited, and the answer may not get
            // through.
            .limit(32)
            .toList();
    for (CompletableFuture<HttpResponse<String>> each : answers) {
      HttpResponse<String> answer = each.join();
      if (answer.statusCode() == 200) {
        assertTrue(answer.body().length() > 4 * MIB);
      } else {
        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValue("Farcall-Unprocessed").isPresent());
      }
    }
  }

  @Test
  void sectionAsLongAsADocumentMayBeComesBack() throws Exception {
    String text = "x".repeat(16 * MIB - 200);
    assertTrue(sendZipped(call("<![CDATA[" + text + "]]>")).contains(text));
  }

  /** Each is some kilobytes when it is sent, and much more than its text when it is read. */
  static Stream<Arguments> costly() {
    String long16 = "n".repeat(16 * MIB - 200);
    String wide = ("x".repeat(65_000) + "&#256;").repeat(250);
    return Stream.of(
        Arguments.of("a name", "<" + long16 + "/>"),
        Arguments.of("an entity", "&" + long16 + ";"),
        Arguments.of("an end", "<int></" + long16 + ">"),
        Arguments.of("a comment", "<!--" + long16 + "-->"),
        Arguments.of("text of two bytes a character", wide),
        Arguments.of("structs", array(199_998, "<value><struct/></value>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("costly")
  void manyAtOnceAreAnsweredOrRefused(String name, String content) throws Exception {
    HttpRequest request = zipped(call(content));
    List<CompletableFuture<HttpResponse<Void>>> answers =
        Stream.generate(() -> http.sendAsync(request, BodyHandlers.discarding()))
            .limit(20)
            .toList();
    for (CompletableFuture<HttpResponse<Void>> each : answers) {
      assertTrue(List.of(200, 503).contains(each.join().statusCode()), name);
    }
  }
}
