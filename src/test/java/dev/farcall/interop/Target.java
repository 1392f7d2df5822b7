package dev.farcall.interop;

import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server with default settings to attack. Its methods are {@code m}, which takes and answers
 * anything and counts its calls, and those of {@code x}.
 */
final class Target implements AutoCloseable {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JettyFixture jetty;

  private Target(JettyFixture jetty) {
    this.jetty = jetty;
  }

  /**
   * Starts one.
   *
   * @param x class of the handler {@code x}
   */
  static Target start(Class<?> x) throws Exception {
    Subject.CALLS.set(0);
    return new Target(
        JettyFixture.of(new XmlRpcServlet())
            .param("method.m", Subject.class.getName() + "#m")
            .param("handler.x", x.getName())
            .start());
  }

  /** How often {@code m} was called. */
  int calls() {
    return Subject.CALLS.get();
  }

  /** Sends a document. */
  Answer send(byte[] document) throws Exception {
    return send(document, "Content-Type", "text/xml");
  }

  /** Sends a document with headers, each a name and a value. */
  Answer send(byte[] document, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(jetty.uri())
            .timeout(Duration.ofSeconds(30))
            .headers(headers)
            .POST(BodyPublishers.ofByteArray(document))
            .build();
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response.body());
  }

  /** Calls {@code m} with the content of one value. */
  Answer sendValue(String content) throws Exception {
    return send(bytes(call("m", content)));
  }

  /** A connection, to send what no client would. */
  RawConnection connect() throws IOException {
    return new RawConnection(jetty.connect());
  }

  /** A call with one parameter, the content of its value being XML already. */
  static String call(String method, String content) {
    return "<?xml version=\"1.0\"?><methodCall><methodName>"
        + method
        + "</methodName><params><param><value>"
        + content
        + "</value></param></params></methodCall>";
  }

  static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether an ordinary call is answered, on a new connection. */
  boolean answers() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(jetty.uri())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(call("m", "<int>7</int>")))
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    return Objects.equals(7, new Answer(response.statusCode(), response.body()).value());
  }

  @Override
  public void close() throws IOException {
    jetty.close();
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param body as it came
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, byte[] body) {

    /** The fault, as {@code STATUS CODE TEXT}. */
    String refusal() throws IOException {
      Fault fault = fault();
      return status + " " + fault.code() + " " + fault.faultString();
    }

    Fault fault() throws IOException {
      return response().fault().orElseThrow(() -> new AssertionError(text()));
    }

    @Nullable Object value() throws IOException {
      if (response().fault().isPresent()) {
        throw new AssertionError(refusal());
      }
      return response().value();
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    private MethodResponse response() throws IOException {
      return CODEC.readResponse(new ByteArrayInputStream(body), null);
    }
  }

  /** What is called. */
  public static final class Subject {
    private static final AtomicInteger CALLS = new AtomicInteger();

    /** Answers with what it was given. */
    public @Nullable Object m(@Nullable Object value) {
      CALLS.incrementAndGet();
      return value;
    }

    /** Answers with the number of what it was given. */
    public int m(@Nullable Object... values) {
      CALLS.incrementAndGet();
      return values.length;
    }
  }
}
