package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.testkit.Document;
import dev.farcall.testkit.JaxbAlone;
import dev.farcall.testkit.Notation;
import dev.farcall.testkit.PlainDialect;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JAXB alone over the corpus, in standard mode: what is well-formed, encoded as it says and refused
 * or accepted for what it means comes to the same as with the codec.
 */
final class CorpusJaxbTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedCalls")
  void acceptedCallReadsTheSame(Document document) throws Exception {
    MethodCall call = JaxbAlone.read(MethodCall.class, document.open());
    assertEquals(document.standard().text(), Notation.of(call), document::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedResponses")
  void acceptedResponseReadsTheSame(Document document) throws Exception {
    MethodResponse response = JaxbAlone.read(MethodResponse.class, document.open());
    assertEquals(document.standard().text(), Notation.of(response), document::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedCalls")
  void refusedCallIsRefused(Document document) {
    assertThrows(
        JAXBException.class,
        () -> JaxbAlone.read(MethodCall.class, document.open()),
        document::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedResponses")
  void refusedResponseIsRefused(Document document) {
    assertThrows(
        JAXBException.class,
        () -> JaxbAlone.read(MethodResponse.class, document.open()),
        document::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedCalls")
  void callIsWrittenAndReadBackOrRefused(Document document) throws Exception {
    MethodCall call = JaxbAlone.read(MethodCall.class, document.open());
    if (PlainDialect.canWrite(call.params())) {
      assertEquals(
          PlainDialect.readBack(call),
          JaxbAlone.read(MethodCall.class, JaxbAlone.write(call)),
          document::toString);
    } else {
      assertThrows(JAXBException.class, () -> JaxbAlone.write(call), document::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acceptedResponses")
  void responseIsWrittenAndReadBack(Document document) throws Exception {
    MethodResponse response = JaxbAlone.read(MethodResponse.class, document.open());
    assertEquals(
        PlainDialect.readBack(response),
        JaxbAlone.read(MethodResponse.class, JaxbAlone.write(response)),
        document::toString);
  }

  static Stream<Document> acceptedCalls() throws IOException {
    return accepted(Document.calls());
  }

  static Stream<Document> acceptedResponses() throws IOException {
    return accepted(Document.responses());
  }

  static Stream<Document> refusedCalls() throws IOException {
    return refused(Document.calls());
  }

  static Stream<Document> refusedResponses() throws IOException {
    return refused(Document.responses());
  }

  private static Stream<Document> accepted(Stream<Document> documents) {
    return documents.filter(
        document -> document.jaxbSkip().isEmpty() && !document.standard().isRefused());
  }

  private static Stream<Document> refused(Stream<Document> documents) {
    return documents.filter(
        document ->
            document.jaxbSkip().isEmpty()
                && document.standard().isRefused()
                && !document.standard().isMalformed());
  }
}
