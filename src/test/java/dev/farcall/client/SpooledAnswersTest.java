package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.PythonServer;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.wire.SpoolSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large base64 on its way from and to the client. */
final class SpooledAnswersTest {

  private static final byte[] BYTES = bytes(300_000);

  @TempDir Path directory;
  private Path file;
  private JettyFixture jetty;
  private boolean closed;

  @BeforeEach
  void start() throws Exception {
    file = Files.write(directory.resolve("content"), BYTES);
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.test", Echo.class.getName())
            .param("spool-threshold-bytes", "100000")
            .start();
  }

  @AfterEach
  void onlyTheFileIsLeft() throws IOException {
    jetty.close();
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private XmlRpcClient.Builder builder(URI uri) {
    return XmlRpcClient.builder(uri)
        .spool(
            SpoolSettings.defaults()
                .withSpoolThresholdBytes(100_000)
                .withSpoolDirectory(directory));
  }

  private XmlRpcClient client() {
    return builder(jetty.uri()).build();
  }

  /** A stream that is not in memory, as far as anybody can see. */
  private InputStream stream() {
    return new SequenceInputStream(new ByteArrayInputStream(BYTES), InputStream.nullInputStream()) {
      @Override
      public void close() throws IOException {
        closed = true;
        super.close();
      }
    };
  }

  @Test
  void answerAboveTheThresholdIsReadFromAFile() throws IOException {
    Binary binary;
    try (XmlRpcClient client = client()) {
      binary = client.call(Binary.class, "test.echo", Binary.of(BYTES));
    }
    // The client need not live as long.
    assertEquals(Binary.of(BYTES), binary);
    binary.close();
    assertThrows(RuntimeException.class, binary::openStream);
  }

  @Test
  void closingAStreamRemovesItsFile() throws IOException {
    try (XmlRpcClient client = client()) {
      InputStream stream = client.call(InputStream.class, "test.echo", Binary.of(BYTES));
      assertArrayEquals(BYTES, stream.readAllBytes());
      stream.close();
      assertThrows(IOException.class, stream::read);
    }
  }

  @Test
  void answerCanBeAnArray() {
    try (XmlRpcClient client = client()) {
      assertArrayEquals(BYTES, client.call(byte[].class, "test.echo", file));
    }
  }

  @Test
  void fileStreamAndBinaryAreSent() {
    try (XmlRpcClient client = client()) {
      assertEquals(300_000, client.call(int.class, "test.count", file));
      assertEquals(300_000, client.call(int.class, "test.count", Binary.of(file)));
      assertEquals(300_000, client.call(int.class, "test.count", stream()));
      assertTrue(closed);
      assertEquals(Binary.of(BYTES), client.call("test.echo", stream()));
      assertEquals(
          List.of(Binary.of(file), "between", Binary.of(BYTES)),
          client.call("test.all", file, "between", stream()));
    }
  }

  @Test
  void theyAreSentByTheClientOfTheJdk() {
    try (XmlRpcClient client = builder(jetty.uri()).version(HttpClient.Version.HTTP_1_1).build()) {
      assertEquals(Binary.of(BYTES), client.call("test.echo", file));
      assertEquals(Binary.of(BYTES), client.call("test.echo", stream()));
      assertTrue(closed);
      assertEquals("x", client.call("test.echoText", "x"));
      assertEquals(
          "bytes of a base64 that could not be read",
          assertThrows(WireException.class, () -> client.call("test.echo", brokenBehind(200_000)))
              .problem());
      assertEquals("x", client.call("test.echoText", "x"));
    }
  }

  @Test
  void theyAreCompressed() {
    try (XmlRpcClient client = builder(jetty.uri()).gzipRequests(0).build()) {
      assertEquals(Binary.of(BYTES), client.call("test.echo", file));
      assertEquals(Binary.of(BYTES), client.call("test.echo", stream()));
    }
  }

  @Test
  void pythonsServerAndOurClientExchangeThem() throws Exception {
    PythonServer.required();
    try (PythonServer python = PythonServer.simple().start();
        XmlRpcClient client = builder(python.uri()).build()) {
      Binary back = client.call(Binary.class, "echo", file);
      assertEquals(Binary.of(BYTES), back);
      // What was received is sent on, from file to file.
      assertEquals(back, client.call("echo", back));
      assertEquals(
          back,
          client.call("echo", Map.of("a", back)) instanceof Map<?, ?> map ? map.get("a") : null);
      back.close();
    }
  }

  @Test
  void streamThatFailsIsAnErrorOfItsOwn() {
    try (XmlRpcClient client = client()) {
      WireException failed =
          assertThrows(WireException.class, () -> client.call("test.echo", brokenBehind(200_000)));
      assertEquals("bytes of a base64 that could not be read", failed.problem());
      assertEquals(
          "params[0]: the stream could not be read",
          assertThrows(MappingException.class, () -> client.call("test.echo", brokenBehind(9)))
              .getMessage());
      assertEquals("x", client.call("test.echoText", "x"));
    }
  }

  @Test
  void fileThatIsNotThereCannotTravel() {
    Path nothing = directory.resolve("nothing");
    try (XmlRpcClient client = client()) {
      assertEquals(
          "params[1]: there is no file that can be read at " + nothing,
          assertThrows(MappingException.class, () -> client.call("test.all", stream(), nothing))
              .getMessage());
      assertTrue(closed);
    }
  }

  @Test
  void pathIsNeverRead() {
    try (XmlRpcClient client = client()) {
      assertEquals(
          "result: a Path is only written, as the bytes of its file; what is read is a Binary, an"
              + " InputStream or a byte[]",
          assertThrows(MappingException.class, () -> client.call(Path.class, "test.echoText", "x"))
              .getMessage());
    }
  }

  @Test
  void streamIsClosedWhenTheCallIsNotMade() {
    XmlRpcClient client = client();
    client.close();
    assertThrows(IllegalStateException.class, () -> client.call("test.echo", stream()));
    assertTrue(closed);
  }

  @Test
  void whyTheCallIsNotMadeIsToldAlsoWhenAStreamDoesNotClose() {
    InputStream stream =
        new ByteArrayInputStream(BYTES) {
          @Override
          public void close() {
            throw new UnsupportedOperationException("does not close");
          }
        };
    XmlRpcClient client = client();
    client.close();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> client.call("test.echo", stream));
    assertEquals("the client is closed", e.getMessage());
  }

  @Test
  void streamIsClosedWhenNobodyAnswers() throws Exception {
    try (XmlRpcClient client = builder(URI.create("http://127.0.0.1:1/RPC2")).build()) {
      assertThrows(TransportException.class, () -> client.call("test.echo", stream()));
      assertTrue(closed);
    }
  }

  @Test
  void idempotentCallWithAStreamIsSentOnce() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), Reply.unanswered());
        XmlRpcClient client = builder(server.uri()).idempotent(name -> true).build()) {
      assertThrows(TransportException.class, () -> client.call("test.echo", stream()));
      assertTrue(closed);
    }
  }

  @Test
  void redirectedCallWithAStreamIsNotSentOn() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.answering(Reply.status(307).header("Location", "/RPC3"));
        XmlRpcClient client = builder(server.uri()).build()) {
      ProtocolError error =
          assertThrows(ProtocolError.class, () -> client.call("test.echo", stream()));
      assertEquals(
          server.uri()
              + ": answered with status 307, a redirect to "
              + server.uri().resolve("/RPC3")
              + ", which is not followed: a parameter is a stream, which can be sent only once",
          error.getMessage());
      assertTrue(closed);
    }
  }

  @Test
  void faultWithAStreamSentIsAFault() {
    try (XmlRpcClient client = client()) {
      assertThrows(FaultException.class, () -> client.call("test.nope", stream()));
      assertTrue(closed);
    }
  }

  @Test
  void transcriptDoesNotReadTheStream() {
    StringBuilder transcript = new StringBuilder();
    try (XmlRpcClient client = builder(jetty.uri()).verbose(transcript).build()) {
      assertEquals(Binary.of(BYTES), client.call("test.echo", stream()));
    }
    assertTrue(transcript.toString().contains("<methodName>test.echo</methodName>"));
  }

  private static InputStream brokenBehind(int count) {
    return new SequenceInputStream(
        new ByteArrayInputStream(new byte[count]),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        });
  }

  /** What is called. */
  public static final class Echo {
    public InputStream echo(InputStream stream) {
      return stream;
    }

    public String echoText(String text) {
      return text;
    }

    public int count(byte[] bytes) {
      return bytes.length;
    }

    public List<Object> all(Object... values) {
      return List.of(values);
    }
  }
}
