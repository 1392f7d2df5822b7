package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Lexical;
import dev.farcall.model.ParamsAdapter;
import dev.farcall.model.ValueAdapter;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document after the other, with buffers it keeps. For use by one thread; after a failure
 * it is thrown away.
 */
final class DocumentReader {

  private static final int LONGEST_MESSAGE = 200;
  private static final Pattern ATTRIBUTE_LIMIT =
      Pattern.compile("(Attribute|Maximum attribute size) limit \\(([0-9]+)\\)");

  private final XMLInputFactory parsers;
  private final WireLimits limits;
  private final Reading reading;
  private final ScalarGrammar grammar;
  private final Unmarshaller unmarshaller;
  private final ReadyParams readyParams = new ReadyParams();
  private final ReadyValue readyValue = new ReadyValue();
  private final NameCache names = new NameCache();
  private final TextBuffer text = new TextBuffer();
  private final byte[] buffer = new byte[8192];

  DocumentReader(JAXBContext context, XMLInputFactory parsers, WireLimits limits, Reading reading) {
    this.parsers = parsers;
    this.limits = limits;
    this.reading = reading;
    this.grammar = ScalarGrammar.of(reading);
    try {
      unmarshaller = context.createUnmarshaller();
      unmarshaller.setAdapter(ParamsAdapter.class, readyParams);
      unmarshaller.setAdapter(ValueAdapter.class, readyValue);
      unmarshaller.setEventHandler(event -> false);
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a document of this kind to its end. */
  Document read(InputStream in, @Nullable String charset, Place root, SpoolFile spool)
      throws IOException {
    XMLStreamReader parser = null;
    try {
      DocumentDecoder decoder =
          new DocumentDecoder(in, buffer, charset, limits.maxDocumentBytes(), reading);
      LongPieces characters = new LongPieces(decoder);
      XMLStreamReader2 reader = (XMLStreamReader2) parsers.createXMLStreamReader(characters);
      parser = reader;
      characters.readBy(reader.getLocationInfo());
      if (reading == Reading.STANDARD) {
        decoder.confirm(parser.getCharacterEncodingScheme());
      }
      Document document = read(parser, characters, root, spool);
      text.clear();
      readyParams.set(null);
      readyValue.set(null);
      return document;
    } catch (XMLStreamException e) {
      throw malformed(e);
    } catch (JAXBException e) {
      throw unbound(e);
    } catch (Misread e) {
      Location at = parser == null ? null : parser.getLocation();
      throw at == null
          ? new WireException(e.code(), e.problem(), -1, -1, e.getCause())
          : new WireException(
              e.code(), e.problem(), at.getLineNumber(), at.getColumnNumber(), e.getCause());
    } finally {
      close(parser);
    }
  }

  private Document read(XMLStreamReader parser, LongPieces characters, Place root, SpoolFile spool)
      throws XMLStreamException, JAXBException {
    // Version 1.1 has other rules for characters; XML-RPC is older than it.
    String version = parser.getVersion();
    if (version != null && !version.equals("1.0")) {
      throw new Misread(FaultCode.NOT_WELL_FORMED, "XML version " + Lexical.quote(version));
    }
    ElementReader elements = new ElementReader(parser, characters, limits, reading, text);
    ValueReader values = new ValueReader(elements, grammar, names, spool);
    EnvelopeReader envelope = new EnvelopeReader(elements, values, readyParams, readyValue, root);
    Object document = unmarshaller.unmarshal(envelope);
    return new Document(document, elements.declaresApacheExtensions());
  }

  private static IOException unbound(JAXBException e) throws IOException {
    if (e.getLinkedException() instanceof XMLStreamException parse) {
      throw malformed(parse);
    }
    throw new WireException(
        FaultCode.INVALID_REQUEST, "the document does not bind to its model", -1, -1, e);
  }

  private static WireException malformed(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof IOException io) {
      throw io;
    }
    Location at = e.getLocation();
    int line = at == null ? -1 : at.getLineNumber();
    int column = at == null ? -1 : at.getColumnNumber();
    String message = cleaned(e.getMessage());
    Misread beyond = attributeLimit(message);
    return beyond != null
        ? new WireException(beyond.code(), beyond.problem(), line, column, e)
        : new WireException(
            FaultCode.NOT_WELL_FORMED, "not well-formed: " + message, line, column, e);
  }

  /** The parser looks at attributes before anybody else does; it tells a limit only in words. */
  private static @Nullable Misread attributeLimit(String message) {
    Matcher limit = ATTRIBUTE_LIMIT.matcher(message);
    if (!limit.find()) {
      return null;
    }
    int allowed = Integer.parseInt(limit.group(2));
    return limit.group(1).endsWith("size")
        ? ElementReader.beyond("characters in an attribute", allowed, "max-attribute-chars")
        : ElementReader.beyond("attributes on an element", allowed, "max-attributes");
  }

  /** The parser's words without its way to say the place, and without what cannot be printed. */
  private static String cleaned(@Nullable String message) {
    if (message == null) {
      return "no details";
    }
    int end = message.indexOf("\n at [");
    String words = end < 0 ? message : message.substring(0, end);
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < words.length() && i < LONGEST_MESSAGE; i++) {
      char c = words.charAt(i);
      clean.append(c >= ' ' && c < 0x7F ? c : '?');
    }
    return clean.toString();
  }

  private static void close(@Nullable XMLStreamReader parser) {
    try {
      if (parser != null) {
        parser.close();
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a parser over characters has nothing to close", e);
    }
  }

  /**
   * What was read.
   *
   * @param root the model of the document
   * @param apacheExtensions whether it declares the namespace of Apache's extensions
   */
  record Document(Object root, boolean apacheExtensions) {}
}
