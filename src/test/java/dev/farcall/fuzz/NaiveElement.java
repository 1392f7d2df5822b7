package dev.farcall.fuzz;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element with all that is in it, read by the JDK's parser, which decodes the bytes as well.
 *
 * @param name with its prefix
 * @param type the name without a prefix that stands for Apache's extensions
 * @param text all that stands directly inside
 * @param children the elements directly inside
 */
record NaiveElement(String name, String type, String text, List<NaiveElement> children) {

  private static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";
  private static final XMLInputFactory PARSERS = parsers();

  /** The root of a document that has no DOCTYPE, no attributes and nothing of XML 1.1. */
  static NaiveElement root(byte[] document) throws NaiveException {
    try {
      XMLStreamReader in = PARSERS.createXMLStreamReader(new ByteArrayInputStream(document));
      require(in.getVersion() == null || in.getVersion().equals("1.0"), "version");
      while (in.next() != XMLStreamConstants.START_ELEMENT) {
        require(in.getEventType() != XMLStreamConstants.DTD, "DOCTYPE");
      }
      NaiveElement root = read(in, new HashSet<>(Set.of("ex")));
      while (in.hasNext()) {
        in.next();
      }
      return root;
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser throws runtime exceptions at some documents that are not well-formed.
      throw new NaiveException("not well-formed", e);
    }
  }

  private static NaiveElement read(XMLStreamReader in, Set<String> extensionPrefixes)
      throws XMLStreamException, NaiveException {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String attribute = attributeName(in, i);
      require(attribute.equals("xmlns") || attribute.startsWith("xmlns:"), "attribute");
      if (attribute.startsWith("xmlns:") && in.getAttributeValue(i).equals(EXTENSIONS)) {
        extensionPrefixes.add(attribute.substring("xmlns:".length()));
      }
    }
    String name = in.getLocalName();
    int colon = name.indexOf(':');
    boolean extension = colon >= 0 && extensionPrefixes.contains(name.substring(0, colon));
    StringBuilder text = new StringBuilder();
    List<NaiveElement> children = new ArrayList<>();
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      switch (in.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(read(in, extensionPrefixes));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new NaiveException("event " + in.getEventType());
      }
    }
    String type = extension ? name.substring(colon + 1) : name;
    return new NaiveElement(name, type, text.toString(), children);
  }

  /** With its prefix, which the JDK's parser takes off even where it knows no namespaces. */
  private static String attributeName(XMLStreamReader in, int index) {
    String prefix = in.getAttributePrefix(index);
    String local = in.getAttributeLocalName(index);
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static void require(boolean holds, String otherwise) throws NaiveException {
    if (!holds) {
      throw new NaiveException(otherwise);
    }
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Peers use the prefix ex: without declaring it.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    for (String limit : List.of("maxElementDepth", "elementAttributeLimit", "maxXMLNameLimit")) {
      factory.setProperty("jdk.xml." + limit, 0);
    }
    return factory;
  }
}
