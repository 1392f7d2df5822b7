package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.FaultException;
import dev.farcall.model.Fault;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Base64 above the threshold on its way through the servlet, and what is left of it afterwards. */
final class SpooledCallsTest {

  private static final byte[] BYTES = bytes(300_000);
  private static final String BASE64 =
      "<base64>" + Base64.getEncoder().encodeToString(BYTES) + "</base64>";

  @TempDir Path directory;
  private JettyFixture jetty;

  @BeforeEach
  void start() throws Exception {
    Subject.KEPT.clear();
    Subject.CLOSED.clear();
    jetty = start("1000000");
  }

  private JettyFixture start(String maxSpoolBytes) throws Exception {
    return JettyFixture.of(new XmlRpcServlet())
        .param("handler.test", Subject.class.getName())
        .param("spool-threshold-bytes", "100000")
        .param("max-spool-bytes", maxSpoolBytes)
        .param("spool-directory", directory.toString())
        .start();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    jetty.close();
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        assertEquals(List.of(), files.toList());
      }
    }
    // The servlet has ended, and with it the calls.
    for (Binary kept : Subject.KEPT) {
      assertThrows(RuntimeException.class, kept::openStream);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private RawConnection.Reply reply(byte[] body) throws IOException {
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      return connection.send(ServletFixture.head(body.length)).send(body).receive();
    }
  }

  private @Nullable Object call(String method, String... values) throws IOException {
    return ServletFixture.value(reply(ServletFixture.document(method, values)).body());
  }

  private Fault fault(String method, String... values) throws IOException {
    return ServletFixture.fault(reply(ServletFixture.document(method, values)).body());
  }

  /** Waits until there is room for three: what was spooled before is not counted any more. */
  private void assertAllRoomIsFree() throws IOException {
    // An answer is out shortly before the file of its call is gone.
    while (!hasAllRoom()) {
      Thread.onSpinWait();
    }
  }

  private boolean hasAllRoom() throws IOException {
    byte[] call = ServletFixture.document("test.sum", BASE64, BASE64, BASE64);
    try {
      return Integer.valueOf(900_000).equals(ServletFixture.value(reply(call).body()));
    } catch (FaultException full) {
      return false;
    }
  }

  @Test
  void handlerReadsAStream() throws IOException {
    assertEquals(300_000, call("test.count", BASE64));
    assertAllRoomIsFree();
  }

  @Test
  void parameterCanBeTheAnswer() throws IOException {
    assertEquals(Binary.of(BYTES), call("test.keep", BASE64));
    assertEquals(Binary.of(BYTES), call("test.echo", BASE64));
    assertAllRoomIsFree();
  }

  @Test
  void nothingIsLeftWhenTheHandlerThrows() throws IOException {
    assertEquals(-32603, fault("test.fail", BASE64).code());
    assertEquals(4, fault("test.refuse", BASE64).code());
    assertAllRoomIsFree();
  }

  @Test
  void nothingIsLeftWhenTheParametersDoNotFit() throws IOException {
    assertEquals(
        "test.count takes 1 parameter (base64), got 2",
        fault("test.count", BASE64, BASE64).faultString());
    assertEquals("no method test.nope", fault("test.nope", BASE64).faultString());
    assertAllRoomIsFree();
  }

  @Test
  void nothingIsLeftWhenTheRestOfTheDocumentIsMalformed() throws IOException {
    assertEquals(-32602, fault("test.sum", BASE64, "<int>x</int>").code());
    assertEquals(-32700, fault("test.sum", BASE64, "<int>1</string>").code());
    assertAllRoomIsFree();
  }

  @Test
  void nothingIsLeftWhenTheCallerIsGone() throws Exception {
    byte[] body = ServletFixture.document("test.keep", BASE64, BASE64);
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      connection
          .send(ServletFixture.head(body.length))
          .send(Arrays.copyOf(body, body.length - 100_000));
    }
    assertAllRoomIsFree();
  }

  @Test
  void multicallHasAllOfThem() throws IOException {
    String entry =
        "<struct><member><name>methodName</name><value>test.keep</value></member>"
            + "<member><name>params</name><value><array><data><value>"
            + BASE64
            + "</value></data></array></value></member></struct>";
    Object answers =
        call(
            "system.multicall",
            "<array><data><value>" + entry + "</value><value>" + entry + "</value></data></array>");
    assertEquals(List.of(List.of(Binary.of(BYTES)), List.of(Binary.of(BYTES))), answers);
    assertAllRoomIsFree();
  }

  @Test
  void moreThanThereIsRoomForIsRefused() throws IOException {
    Fault fault = fault("test.sum", BASE64, BASE64, BASE64, BASE64);
    assertEquals(-32002, fault.code());
    assertEquals(
        "params[3]: base64 for which there is no room: all calls together may have 1000000 bytes in"
            + " temporary files (setting max-spool-bytes)",
        fault.faultString().replaceFirst(" \\(line .*", ""));
    assertAllRoomIsFree();
  }

  @Test
  void directoryThatIsGoneIsAClearFault() throws IOException {
    Files.delete(directory);

    Fault fault = fault("test.count", BASE64);

    assertEquals(-32603, fault.code());
    assertTrue(
        fault
            .faultString()
            .matches(
                "internal error, reference [A-Z0-9]{10}: params\\[0]: base64 that could not be"
                    + " written into a temporary file \\(settings spool-directory,"
                    + " spool-threshold-bytes\\)"),
        fault::faultString);
    assertEquals("x", call("test.text", "<string>x</string>"));
  }

  @Test
  void directoryIsLookedAtAtStart() {
    ServletException refused =
        assertThrows(
            ServletException.class,
            () ->
                JettyFixture.of(new XmlRpcServlet())
                    .param("handler.test", Subject.class.getName())
                    .param("spool-directory", directory.resolve("nothing").toString())
                    .start());
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains(
                "spool-directory: no file can be made in "
                    + directory.resolve("nothing")
                    + ", which does not exist"),
        refused::getMessage);
  }

  @Test
  void streamIsWrittenAndClosed() throws IOException {
    RawConnection.Reply reply = reply(ServletFixture.document("test.stream"));
    assertEquals(Binary.of(BYTES), ServletFixture.value(reply.body()));
    assertEquals(List.of(), reply.header("Content-Length"));
    assertEquals(List.of("stream"), Subject.CLOSED);
  }

  @Test
  void shortStreamHasAnExactLength() throws IOException {
    RawConnection.Reply reply = reply(ServletFixture.document("test.shortStream"));
    assertEquals(Binary.of(new byte[] {1, 2, 3}), ServletFixture.value(reply.body()));
    assertEquals(1, reply.header("Content-Length").size());
    assertEquals(List.of("short"), Subject.CLOSED);
  }

  @Test
  void fileIsWritten() throws IOException {
    Path file = Files.createTempFile("farcall", ".test");
    try {
      Files.write(file, BYTES);
      assertEquals(Binary.of(BYTES), call("test.path", "<string>" + file + "</string>"));
      assertEquals(Binary.of(BYTES), call("test.binary", "<string>" + file + "</string>"));
    } finally {
      Files.delete(file);
    }
    assertTrue(
        fault("test.path", "<string>/nothing/there</string>")
            .faultString()
            .startsWith("internal error, reference "));
  }

  @Test
  void whatCannotBeWrittenIsFoundBeforeAStreamIsRead() throws IOException {
    Fault fault = fault("test.streamAndNothingXmlHas");
    assertTrue(
        fault
            .faultString()
            .endsWith(
                ": result[1]: U+0000 at position 0 cannot be written as XML (setting"
                    + " illegal-characters)"),
        fault::faultString);
    assertEquals(List.of("unread"), Subject.CLOSED);
  }

  @Test
  void streamOfOneEntryIsKeptWhenAnotherCannotBeWritten() throws IOException {
    List<?> answers =
        (List<?>)
            Objects.requireNonNull(
                call("system.multicall", entries("test.stream", "test.nothingXmlHas")));
    assertEquals(List.of(Binary.of(BYTES)), answers.get(0));
    assertTrue(answers.get(1).toString().contains("faultCode"), answers::toString);
  }

  @Test
  void streamThatFailsAtTheStartIsAFault() throws IOException {
    Fault fault = fault("test.brokenStream", "<int>10</int>");
    assertTrue(
        fault.faultString().matches("internal error, reference [A-Z0-9]{10}"), fault::faultString);
    assertEquals(List.of("broken"), Subject.CLOSED);
  }

  @Test
  void streamThatFailsLaterBreaksTheAnswerOff() throws IOException {
    byte[] body = ServletFixture.document("test.brokenStream", "<int>200000</int>");
    boolean whole;
    try {
      whole = new String(reply(body).body(), StandardCharsets.UTF_8).endsWith("</methodResponse>");
    } catch (IOException broken) {
      whole = false;
    }
    assertFalse(whole);
    assertEquals(List.of("broken"), Subject.CLOSED);
  }

  @Test
  void streamIsClosedWhenTheCallerIsGone() throws Exception {
    byte[] body = ServletFixture.document("test.endlessStream");
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      connection.send(ServletFixture.head(body.length)).send(body);
    }
    Subject.ENDLESS_CLOSED.await();
  }

  private static String entries(String... methods) {
    StringBuilder entries = new StringBuilder("<array><data>");
    for (String method : methods) {
      entries.append(
          "<value><struct><member><name>methodName</name><value>"
              + method
              + "</value></member></struct></value>");
    }
    return entries.append("</data></array>").toString();
  }

  /** What is called. */
  public static final class Subject {
    private static final List<Binary> KEPT = new ArrayList<>();
    private static final List<String> CLOSED = new ArrayList<>();
    private static final CountDownLatch ENDLESS_CLOSED = new CountDownLatch(1);

    public int count(InputStream stream) throws IOException {
      return stream.readAllBytes().length;
    }

    public int sum(Binary... all) {
      return (int) Stream.of(all).mapToLong(Binary::size).sum();
    }

    public Binary keep(Binary binary) {
      synchronized (KEPT) {
        KEPT.add(binary);
      }
      return binary;
    }

    public InputStream echo(InputStream stream) {
      return stream;
    }

    public String text(String text) {
      return text;
    }

    public int fail(Binary binary) {
      return Integer.parseInt(keep(binary).toString());
    }

    public int refuse(Binary binary) {
      if (keep(binary).size() > 0) {
        throw new FaultException(4, "not that");
      }
      return 0;
    }

    public InputStream stream() {
      return new Told("stream", new ByteArrayInputStream(BYTES));
    }

    public InputStream shortStream() {
      return new Told("short", new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    public Path path(String file) {
      return Path.of(file);
    }

    public Binary binary(String file) {
      return Binary.of(Path.of(file));
    }

    public List<Object> streamAndNothingXmlHas() {
      return List.of(new Told("unread", new ByteArrayInputStream(BYTES)), "\0");
    }

    public String nothingXmlHas() {
      return "\0";
    }

    public InputStream brokenStream(int behind) {
      return new Told(
          "broken",
          new SequenceInputStream(
              new ByteArrayInputStream(new byte[behind]),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("the disk is gone");
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                  return read();
                }
              }));
    }

    public InputStream endlessStream() {
      return new InputStream() {
        @Override
        public int read() {
          return 7;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
          return length;
        }

        @Override
        public void close() {
          ENDLESS_CLOSED.countDown();
        }
      };
    }
  }

  /** Tells the first time it is closed. */
  private static final class Told extends FilterInputStream {
    private final String name;

    Told(String name, InputStream in) {
      super(in);
      this.name = name;
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (!Subject.CLOSED.contains(name)) {
        Subject.CLOSED.add(name);
      }
    }
  }
}
