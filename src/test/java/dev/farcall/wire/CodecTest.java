package dev.farcall.wire;

import static dev.farcall.wire.TestDocuments.LENIENT;
import static dev.farcall.wire.TestDocuments.STANDARD;
import static dev.farcall.wire.TestDocuments.callWith;
import static dev.farcall.wire.TestDocuments.in;
import static dev.farcall.wire.TestDocuments.params;
import static dev.farcall.wire.TestDocuments.refused;
import static dev.farcall.wire.TestDocuments.utf8;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.MethodResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecTest {

  private static final String DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>a.b</methodName>\n"
          + "<params><param><value><struct><member><name>né</name><value>&lt;😀\r\n</value>"
          + "</member></struct></value></param><param><value><base64>QUJD</base64></value></param>"
          + "</params></methodCall>\n";

  private static final List<String> FAILING =
      List.of(
          "",
          "<",
          "<methodCall>",
          "<methodResponse/>",
          "<methodCall><methodName>m</methodName><params><param></param></params></methodCall>",
          callWith("<int>x</int>"),
          callWith("<array><data><value><struct><member>"),
          callWith("<array><data><value><int>5</int></value><value><int>"),
          callWith("<array>".repeat(70)),
          callWith("&a;"),
          callWith("\u0001"),
          callWith("<base64>!</base64>"),
          "<!DOCTYPE a>" + callWith("a"),
          callWith("a") + "b");

  @Test
  void whatTheStreamThrowsPassesThroughWhereverItComes() {
    IOException broken = new IOException("reset");
    byte[] document = utf8(DOCUMENT);
    for (int length = 0; length < document.length; length++) {
      InputStream in = new SequenceInputStream(part(document, 0, length), new Throwing(broken));

      assertSame(
          broken,
          assertThrows(IOException.class, () -> STANDARD.readCall(in, null)),
          "behind " + length);
    }
  }

  @Test
  void soDoesWhatItThrowsUnannounced() {
    IllegalStateException broken = new IllegalStateException("closed");
    InputStream in = new Throwing(broken);

    assertSame(
        broken, assertThrows(IllegalStateException.class, () -> STANDARD.readCall(in, null)));
  }

  @Test
  void whatTheStreamThrowsWhileWritingPassesThrough() {
    IOException broken = new IOException("broken pipe");
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw broken;
          }
        };
    for (Dialect dialect : new Dialect[] {Dialect.PLAIN, Dialect.PLAIN.withEncoding(UTF_16BE)}) {
      for (Object value : new Object[] {5, "x".repeat(100_000)}) {
        assertSame(
            broken,
            assertThrows(
                IOException.class, () -> STANDARD.write(MethodResponse.of(value), dialect, out)));
      }
    }
  }

  @Test
  void streamsAreNotClosed() throws IOException {
    boolean[] closed = {false};
    InputStream in =
        new FilterInputStream(in(DOCUMENT)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    ReceivedCall received = STANDARD.readCall(in, null);
    STANDARD.write(received.call(), Dialect.PLAIN, out);
    STANDARD.write(received.call(), Dialect.PLAIN.withEncoding(UTF_16BE), out);

    assertFalse(closed[0]);
  }

  @Test
  void theStreamIsReadToItsEnd() throws IOException {
    InputStream in = in(DOCUMENT + " ".repeat(100_000));
    STANDARD.readCall(in, null);

    assertEquals(-1, in.read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16"})
  void itDoesNotMatterInWhichPiecesADocumentComes(Charset charset) throws IOException {
    String text =
        charset.equals(UTF_8) ? "\ufeff\n" + DOCUMENT : DOCUMENT.replace("UTF-8", "UTF-16");
    byte[] document = text.getBytes(charset);
    ReceivedCall whole = STANDARD.readCall(new ByteArrayInputStream(document), null);

    assertEquals(whole, STANDARD.readCall(new Dripping(document), null));
    for (int at = 0; at <= document.length; at++) {
      InputStream in =
          new SequenceInputStream(part(document, 0, at), part(document, at, document.length - at));
      assertEquals(whole, STANDARD.readCall(in, null), "split at " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeff<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "\ufeff  <?xml version=\"1.0\" encoding=\"x-no-such\"?>",
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>",
        "  <?xml version=\"1.0\" encoding=\"UTF-7\"?>",
        "<!DOCTYPE a>",
        "<?xml version=\"1.1\"?>"
      })
  void norDoesItForOneThatIsRefused(String beginning) {
    byte[] document = utf8(beginning + callWith("é"));
    String whole = refused(STANDARD, document, null).getMessage();

    assertEquals(
        whole,
        assertThrows(WireException.class, () -> STANDARD.readCall(new Dripping(document), null))
            .getMessage());
  }

  @Test
  void thousandsOfBlanksBeforeADeclarationMayComeByteByByte() throws IOException {
    byte[] document =
        (" ".repeat(5_000) + "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + callWith("é"))
            .getBytes(ISO_8859_1);

    assertEquals(List.of("é"), params(STANDARD, document, null));
    assertEquals(List.of("é"), STANDARD.readCall(new Dripping(document), null).call().params());
  }

  @Test
  void afterEveryFailureTheNextDocumentIsRead() {
    for (String failing : FAILING) {
      for (Codec codec : new Codec[] {STANDARD, LENIENT}) {
        try {
          params(codec, failing);
        } catch (WireException e) {
          assertTrue(e.code().code() < -32000, e.toString());
        }
        assertEquals(2, params(codec, DOCUMENT).size(), failing);
      }
    }
  }

  @Test
  void afterAnErrorInTheStreamTheNextDocumentIsRead() {
    Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
    InputStream in = new Throwing(new StackOverflowError());

    assertThrows(StackOverflowError.class, () -> codec.readCall(in, null));
    assertEquals(2, params(codec, DOCUMENT).size());
  }

  @Test
  void whatIsReadNeverComesFromTheDocumentBefore() {
    params(STANDARD, callWith("<string>secret</string>"));

    assertEquals(List.of(""), params(STANDARD, callWith("")));
    assertEquals(
        List.of(), params(STANDARD, "<methodCall><methodName>m</methodName></methodCall>"));
    assertEquals(List.of(new Struct()), params(STANDARD, callWith("<struct/>")));
  }

  @Test
  void manyThreadsMayUseItAtOnce() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int number = thread;
      done.add(threads.submit(() -> useOften(number)));
    }
    for (Future<?> one : done) {
      one.get();
    }
    threads.shutdown();
  }

  private static void useOften(int number) {
    for (int i = 0; i < 300; i++) {
      String value = number + "." + i;
      assertEquals(List.of(value), params(STANDARD, callWith(value)));
      refused(STANDARD, FAILING.get(i % 13));
      assertEquals(
          "<value><string>" + value + "</string></value>",
          TestDocuments.written(value, Dialect.PLAIN));
    }
  }

  @Test
  void aPooledReaderDoesNotHoldWhatItHasRead() {
    Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
    WeakReference<Object> read = new WeakReference<>(params(codec, DOCUMENT).get(0));

    assertCollected(read);
    assertEquals(2, params(codec, DOCUMENT).size());
  }

  @Test
  void aPooledWriterDoesNotHoldWhatItHasWritten() {
    Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
    WeakReference<Object> written = new WeakReference<>(writeSomething(codec));

    assertCollected(written);
  }

  private static Object writeSomething(Codec codec) {
    Object value = new Struct().with("a", 1);
    codec.check(MethodResponse.of(value), Dialect.PLAIN);
    return value;
  }

  private static void assertCollected(WeakReference<Object> reference) {
    for (int i = 0; i < 20 && reference.get() != null; i++) {
      System.gc();
    }
    assertNull(reference.get());
  }

  @Test
  void anErrorHasItsPlace() {
    WireException e = refused(STANDARD, "<methodCall>\n <methodName>m</methodName>\n  <a/>\n");

    assertEquals("element \"a\" does not belong in methodCall", e.problem());
    assertEquals(3, e.line());
    assertEquals(3, e.column());
    assertEquals("element \"a\" does not belong in methodCall (line 3, column 3)", e.getMessage());
  }

  @Test
  void aDocumentThatIsNotWellFormedHasItsPlace() {
    WireException e = refused(STANDARD, "<methodCall>\n</b>");

    assertEquals(FaultCode.NOT_WELL_FORMED, e.code());
    assertEquals(2, e.line());
    assertTrue(e.problem().startsWith("not well-formed: Unexpected close tag </b>"), e.problem());
  }

  @Test
  void theWordsOfTheParserAreShortAndPrintable() {
    String problem = refused(STANDARD, callWith("&" + "ä".repeat(1_000) + ";")).problem();

    assertTrue(problem.length() < 230, problem);
    assertTrue(problem.chars().allMatch(c -> c >= ' ' && c < 0x7F), problem);
  }

  @Test
  void nothingIsPrinted() {
    PrintStream err = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream trap = new PrintStream(printed, true, UTF_8)) {
      System.setErr(trap);
      System.setOut(trap);
      for (String failing : FAILING) {
        refused(STANDARD, failing);
      }
      refused(STANDARD, new byte[] {'<', 'a', (byte) 0xC0, (byte) 0xBC}, null);
    } finally {
      System.setErr(err);
      System.setOut(out);
    }

    assertEquals("", printed.toString(UTF_8));
  }

  @Test
  void jaxbsSwitchForItsOwnParsersDoesNotMatter() {
    String property = "org.glassfish.jaxb.disableXmlSecurity";
    System.setProperty(property, "true");
    try {
      Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
      assertEquals(
          "a DOCTYPE is not accepted",
          refused(codec, "<!DOCTYPE a [<!ENTITY b \"c\">]>" + callWith("&b;")).problem());
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void aCallTellsWhetherItsSenderHasApachesExtensions() throws IOException {
    String root = "<methodCall xmlns:x=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">";

    assertTrue(
        STANDARD
            .readCall(in(callWith("<x:i8>5</x:i8>").replace("<methodCall>", root)), null)
            .apacheExtensions());
    assertFalse(STANDARD.readCall(in(callWith("<ex:i8>5</ex:i8>")), null).apacheExtensions());
    assertFalse(STANDARD.readCall(in(callWith("")), null).apacheExtensions());
  }

  @Test
  void aFaultWithoutItsMembersIsOneOnlyInLenientReading() throws IOException {
    String document =
        "<methodResponse><fault><value><struct><member><name>code</name><value><int>4</int>"
            + "</value></member></struct></value></fault></methodResponse>";

    assertEquals(
        "fault without a faultCode and a faultString",
        assertThrows(WireException.class, () -> STANDARD.readResponse(in(document), null))
            .getMessage());
    assertEquals(
        4, LENIENT.readResponse(in(document), null).fault().orElseThrow().members().get("code"));
  }

  @Test
  void severalParamsOfAResponseAreAListInLenientReading() throws IOException {
    String document =
        "<methodResponse><params><param><value>a</value></param><param><value>b</value></param>"
            + "</params></methodResponse>";

    assertEquals(
        "params of a methodResponse hold one param, got 2",
        assertThrows(WireException.class, () -> STANDARD.readResponse(in(document), null))
            .problem());
    assertEquals(List.of("a", "b"), LENIENT.readResponse(in(document), null).value());
  }

  private static InputStream part(byte[] bytes, int start, int length) {
    return new ByteArrayInputStream(bytes, start, length);
  }

  /** Throws the same whenever it is read. */
  private static final class Throwing extends InputStream {
    private final Throwable broken;

    Throwing(Throwable broken) {
      this.broken = broken;
    }

    @Override
    public int read() throws IOException {
      if (broken instanceof IOException io) {
        throw io;
      } else if (broken instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) broken;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return read();
    }
  }

  /** Hands out one byte at a time. */
  private static final class Dripping extends ByteArrayInputStream {
    Dripping(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1));
    }
  }
}
