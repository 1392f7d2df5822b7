package dev.farcall.testkit;

import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Reads and writes documents with nothing but the JAXB models, as anybody could who has the
 * library. Safe for use by many threads.
 */
public final class JaxbAlone {

  private static final JAXBContext CONTEXT = context();
  private static final XMLInputFactory PARSERS = parsers();

  private JaxbAlone() {}

  /**
   * Reads a document, with an event handler that takes nothing amiss silently.
   *
   * @throws JAXBException if JAXB or the models refuse it
   */
  public static <T> T read(Class<T> type, InputStream in) throws JAXBException {
    Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
    unmarshaller.setEventHandler(event -> false);
    try {
      Object document = unmarshaller.unmarshal(PARSERS.createXMLStreamReader(in));
      if (!type.isInstance(document)) {
        throw new JAXBException("a " + document.getClass().getSimpleName());
      }
      return type.cast(document);
    } catch (XMLStreamException e) {
      throw new JAXBException(e);
    }
  }

  /** Reads a document. */
  public static <T> T read(Class<T> type, byte[] document) throws JAXBException {
    return read(type, new ByteArrayInputStream(document));
  }

  /** Writes a {@link MethodCall} or {@link MethodResponse}. */
  public static byte[] write(Object document) throws JAXBException {
    Marshaller marshaller = CONTEXT.createMarshaller();
    marshaller.setEventHandler(event -> false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    marshaller.marshal(document, out);
    return out.toByteArray();
  }

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(MethodCall.class, MethodResponse.class);
    } catch (JAXBException e) {
      throw new AssertionError(e);
    }
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // Newer JDKs stop at 100 elements, which are 31 levels of nesting.
    factory.setProperty("jdk.xml.maxElementDepth", 300);
    return factory;
  }
}
