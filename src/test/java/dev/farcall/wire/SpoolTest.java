package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.MethodCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolTest {

  private static final int THRESHOLD = 3000;

  @TempDir Path directory;
  private Spool spool;

  @BeforeEach
  void spool() {
    spool = Spool.of(settings());
  }

  private SpoolSettings settings() {
    return SpoolSettings.defaults()
        .withSpoolThresholdBytes(THRESHOLD)
        .withSpoolDirectory(directory);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return "<base64>" + Base64.getMimeEncoder().encodeToString(bytes) + "</base64>";
  }

  private static Object read(String inValue, SpoolFile file) throws IOException {
    String document = TestDocuments.callWith(inValue);
    MethodCall call =
        TestDocuments.STANDARD.readCall(TestDocuments.in(document), null, file).call();
    return call.params().get(0);
  }

  private WireException refusal(String inValue) {
    try (SpoolFile file = spool.open()) {
      return assertThrows(WireException.class, () -> read(inValue, file));
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, THRESHOLD - 1, THRESHOLD})
  void upToTheThresholdBytesAreInMemory(int count) throws IOException {
    try (SpoolFile file = spool.open()) {
      Object value = read(base64(bytes(count)), file);
      assertEquals(0, spool.bytes());
      assertEquals(Binary.of(bytes(count)), value);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {THRESHOLD + 1, THRESHOLD + 2, THRESHOLD + 3, 100_000, 1_000_001})
  void aboveTheThresholdTheyAreInAFile(int count) throws IOException {
    try (SpoolFile file = spool.open()) {
      Object value = read(base64(bytes(count)), file);
      assertEquals(count, spool.bytes());
      assertEquals(Binary.of(bytes(count)), value);
    }
    assertEquals(0, spool.bytes());
  }

  @Test
  void fileHasNoName() throws IOException {
    try (SpoolFile file = spool.open()) {
      Object unused = read(base64(bytes(100_000)), file);
      assertEquals(List.of(), files());
    }
  }

  @Test
  void severalValuesOfADocumentLieInOneFile() throws IOException {
    try (SpoolFile file = spool.open()) {
      Object value =
          read(
              "<array><data><value>"
                  + base64(bytes(10_000))
                  + "</value><value>"
                  + base64(bytes(20_000))
                  + "</value></data></array>",
              file);
      List<?> list = (List<?>) value;
      assertEquals(Binary.of(bytes(10_000)), list.get(0));
      assertEquals(Binary.of(bytes(20_000)), list.get(1));

      ((Binary) list.get(0)).close();
      assertEquals(30_000, spool.bytes());
      assertEquals(Binary.of(bytes(20_000)), list.get(1));
      ((Binary) list.get(1)).close();
      assertEquals(0, spool.bytes());
    }
    assertEquals(0, spool.bytes());
  }

  @Test
  void whatWasClosedSaysSo() throws IOException {
    Binary value;
    InputStream open;
    try (SpoolFile file = spool.open()) {
      value = (Binary) read(base64(bytes(10_000)), file);
      open = value.openStream();
      assertEquals(bytes(10_000)[0], (byte) open.read());
    }

    String gone = "the temporary file is gone, since its call has ended, or it was closed";
    assertEquals(gone, assertThrows(IOException.class, open::read).getMessage());
    assertEquals(
        "java.io.IOException: " + gone,
        assertThrows(UncheckedIOException.class, value::toByteArray).getMessage());
    assertEquals("Binary[10000 bytes]", value.toString());
  }

  @Test
  void streamsOverTheSameBytesDoNotDisturbEachOther() throws IOException {
    try (SpoolFile file = spool.open()) {
      Binary value = (Binary) read(base64(bytes(10_000)), file);
      try (InputStream one = value.openStream();
          InputStream other = value.openStream()) {
        one.skipNBytes(5_000);
        assertEquals(5_000, one.available());
        assertArrayEquals(bytes(10_000), other.readAllBytes());
        assertEquals(bytes(10_000)[5_000], (byte) one.read());
        assertEquals(4_999, one.readAllBytes().length);
        assertEquals(-1, one.read());
      }
    }
  }

  @Test
  void interruptedThreadCanReadAndStaysInterrupted() throws IOException {
    try (SpoolFile file = spool.open()) {
      Binary value = (Binary) read(base64(bytes(10_000)), file);
      Thread.currentThread().interrupt();
      assertArrayEquals(bytes(10_000), value.toByteArray());
      assertTrue(Thread.interrupted());
      assertArrayEquals(bytes(10_000), value.toByteArray());
    }
  }

  @Test
  void fileGoesWhenNobodyRefersToItsBytes() throws IOException {
    assertEquals(10_000, ((Binary) read(base64(bytes(10_000)), spool.open())).size());

    while (spool.bytes() > 0) {
      System.gc();
      Thread.onSpinWait();
    }
  }

  @Test
  void streamAloneKeepsTheFile() throws IOException {
    InputStream stream = ((Binary) read(base64(bytes(10_000)), spool.open())).openStream();

    System.gc();

    assertArrayEquals(bytes(10_000), stream.readAllBytes());
  }

  @Test
  void badTextBehindTheThresholdIsRefusedAsBefore() {
    String text = Base64.getEncoder().encodeToString(bytes(9_000));

    assertEquals(
        "params[0]: expected base64: \"!\" does not belong there",
        refusal("<base64>" + text + "!</base64>").problem());
    assertEquals(
        "params[0]: expected base64: wrong padding",
        refusal("<base64>" + text + "QQ</base64>").problem());
    assertEquals(0, spool.bytes());
  }

  @Test
  void documentThatGoesWrongLaterLeavesNothing() throws IOException {
    refusal(
        "<array><data><value>"
            + base64(bytes(9_000))
            + "</value><value><int>x</int></value></data></array>");
    assertEquals(0, spool.bytes());
    assertEquals(List.of(), files());
  }

  @Test
  void memberOfAStructIsSpooled() throws IOException {
    try (SpoolFile file = spool.open()) {
      Object value =
          read(
              "<struct><member><name>a</name><value>"
                  + base64(bytes(9_000))
                  + "</value></member></struct>",
              file);
      assertEquals(new Struct().with("a", Binary.of(bytes(9_000))), value);
    }
  }

  @Test
  void moreThanAllMayHaveTogetherIsRefused() throws IOException {
    spool = Spool.of(settings().withMaxSpoolBytes(25_000));
    try (SpoolFile first = spool.open()) {
      assertEquals(20_000, ((Binary) read(base64(bytes(20_000)), first)).size());

      WireException refusal = refusal(base64(bytes(9_000)));
      assertEquals(FaultCode.LIMIT_EXCEEDED, refusal.code());
      assertEquals(
          "params[0]: base64 for which there is no room: all calls together may have 25000 bytes in"
              + " temporary files (setting max-spool-bytes)",
          refusal.problem());
      assertEquals(20_000, spool.bytes());
    }
    try (SpoolFile next = spool.open()) {
      assertEquals(9_000, ((Binary) read(base64(bytes(9_000)), next)).size());
    }
  }

  @Test
  void directoryThatIsGoneIsAClearError() throws IOException {
    Files.delete(directory);

    WireException refusal =
        refusal("<array><data><value>" + base64(bytes(9_000)) + "</value></data></array>");

    assertEquals(FaultCode.INTERNAL_ERROR, refusal.code());
    assertEquals(
        "params[0][0]: base64 that could not be written into a temporary file (settings"
            + " spool-directory, spool-threshold-bytes)",
        refusal.problem());
    assertTrue(refusal.getCause() instanceof IOException);
    assertEquals(
        Optional.of(
            "spool-directory: no file can be made in " + directory + ", which does not exist"),
        spool.problem());
    Files.createDirectory(directory);
    assertEquals(Optional.empty(), spool.problem());
    assertEquals(List.of(), files());
  }

  @Test
  void parserHandsLongTextOutInPieces() throws XMLStreamException {
    String document = "<a>" + "A".repeat(10_000_000) + "</a>";
    XMLStreamReader parser =
        XmlFactories.inputFactory(WireLimits.defaults())
            .createXMLStreamReader(new StringReader(document));
    int longest = 0;
    while (parser.hasNext()) {
      if (parser.next() == XMLStreamConstants.CHARACTERS) {
        longest = Math.max(longest, parser.getTextLength());
      }
    }
    assertTrue(longest <= 4_500, () -> "a piece of more than the parser's buffer");
  }
}
