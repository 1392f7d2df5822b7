package dev.farcall.servlet;

import dev.farcall.call.CallContext;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The servlet with a small handler in a real Jetty, and raw sockets to it. */
final class ServletFixture implements AutoCloseable {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  private final JettyFixture jetty;

  private ServletFixture(JettyFixture jetty) {
    this.jetty = jetty;
    Subject.CALLS.set(0);
  }

  static ServletFixture start(String... params) throws Exception {
    JettyFixture.Builder builder =
        JettyFixture.of(new XmlRpcServlet()).param("handler.test", Subject.class.getName());
    for (int i = 0; i < params.length; i += 2) {
      builder.param(params[i], params[i + 1]);
    }
    return new ServletFixture(builder.start());
  }

  RawConnection connect() throws IOException {
    return new RawConnection(jetty.connect());
  }

  /** One request on a connection of its own. */
  RawConnection.Reply send(String head, byte[] body) throws IOException {
    try (RawConnection connection = connect()) {
      return connection.send(head).send(body).receive();
    }
  }

  /** The head of a call with a Content-Length, with more header lines if wanted. */
  static String head(long length, String... more) {
    return "POST /RPC2 HTTP/1.1\nHost: localhost\nContent-Type: text/xml\nContent-Length: "
        + length
        + "\n"
        + lines(more)
        + "\n";
  }

  private static String lines(String... more) {
    return more.length == 0 ? "" : String.join("\n", more) + "\n";
  }

  RawConnection.Reply call(byte[] body, String... more) throws IOException {
    return send(head(body.length, more), body);
  }

  /** A call of a method of the handler, the params being XML already. */
  static byte[] document(String method, String... values) {
    StringBuilder params = new StringBuilder();
    for (String value : values) {
      params.append("<param><value>").append(value).append("</value></param>");
    }
    String text =
        "<?xml version=\"1.0\"?><methodCall><methodName>"
            + method
            + "</methodName><params>"
            + params
            + "</params></methodCall>";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a document answers. */
  static @Nullable Object value(byte[] document) throws IOException {
    return response(document).value();
  }

  /** The fault a document answers. */
  static Fault fault(byte[] document) throws IOException {
    return response(document).fault().orElseThrow();
  }

  private static MethodResponse response(byte[] document) throws IOException {
    return CODEC.readResponse(new ByteArrayInputStream(document), null);
  }

  /** That an ordinary call on a new connection is answered. */
  boolean answers() throws IOException {
    return "x".equals(value(call(document("test.echo", "<string>x</string>")).body()));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    }
    return zipped.toByteArray();
  }

  int calls() {
    return Subject.CALLS.get();
  }

  @Override
  public void close() throws IOException {
    jetty.close();
  }

  /** What is called. */
  public static final class Subject {
    private static final AtomicInteger CALLS = new AtomicInteger();

    public String echo(String text) {
      CALLS.incrementAndGet();
      return text;
    }

    public String repeat(String text, int times) {
      return text.repeat(times);
    }

    public String unwritableBehind(int chars) {
      return "x".repeat(chars) + '\0';
    }

    public long remainingMillis(CallContext context) {
      return context.remaining().orElseThrow().toMillis();
    }

    public String outlastDeadline(CallContext context) {
      while (!context.remaining().orElseThrow().isZero()) {
        Thread.onSpinWait();
      }
      return "done";
    }

    public String fail() {
      throw new IllegalStateException("secret");
    }

    public @Nullable Object nil() {
      return null;
    }

    public String caller(CallContext context) {
      return context.peerAddress().orElse("?")
          + " "
          + (context.isSecure() ? "https" : "http")
          + " "
          + context.headers("X-Test")
          + " "
          + context.principal().isPresent()
          + " "
          + context.isInRole("admin");
    }
  }
}
