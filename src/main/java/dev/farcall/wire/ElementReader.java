package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.model.Lexical;
import dev.farcall.model.ScalarType;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the elements of a document and refuses what no document of XML-RPC has: a DOCTYPE, an
 * entity, text between elements, attributes. What the envelope and the values have in common.
 */
final class ElementReader {

  // XML-RPC has no names of a sender's own choice. The parser looks each up in a table that names
  // made to collide would turn quadratic.
  private static final int MOST_FOREIGN_NAMES = 64;

  private final XMLStreamReader in;
  private final LongPieces characters;
  private final WireLimits limits;
  private final Reading reading;
  private final TextBuffer text;

  /** Prefixes that a document has bound to Apache's namespace; {@code ex:} means it anyway. */
  private final Set<String> extensionPrefixes = new HashSet<>();

  /** Names of namespace declarations and processing instructions. */
  private final Set<String> foreignNames = new HashSet<>();

  ElementReader(
      XMLStreamReader in,
      LongPieces characters,
      WireLimits limits,
      Reading reading,
      TextBuffer text) {
    this.in = in;
    this.characters = characters;
    this.limits = limits;
    this.reading = reading;
    this.text = text;
  }

  boolean isLenient() {
    return reading == Reading.LENIENT;
  }

  WireLimits limits() {
    return limits;
  }

  TextBuffer text() {
    return text;
  }

  XMLStreamReader in() {
    return in;
  }

  boolean declaresApacheExtensions() {
    return !extensionPrefixes.isEmpty();
  }

  /**
   * Goes to the next tag, whichever it is, over blanks.
   *
   * @param parent where it is, for the message
   */
  int nextTag(String parent) throws XMLStreamException {
    while (true) {
      int event = next();
      if (event != XMLStreamConstants.CHARACTERS) {
        return event;
      } else if (!in.isWhiteSpace()) {
        throw invalid("text " + Lexical.quote(in.getText()) + " in " + parent);
      }
    }
  }

  /** Goes to the next tag, whichever it is, and gathers the text before it. */
  int nextTagGatheringText() throws XMLStreamException {
    text.clear();
    return nextTag(text);
  }

  private int nextTag(TextPieces pieces) throws XMLStreamException {
    while (true) {
      int event = next();
      if (event != XMLStreamConstants.CHARACTERS) {
        return event;
      }
      pieces.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
    }
  }

  /** Goes to the end tag of an element that holds nothing but text, and gathers it. */
  void gatherText(String element) throws XMLStreamException {
    text.clear();
    gatherText(element, text);
  }

  /** Goes to the end tag of an element that holds nothing but text, and hands that on. */
  void gatherText(String element, TextPieces pieces) throws XMLStreamException {
    if (nextTag(pieces) != XMLStreamConstants.END_ELEMENT) {
      throw invalid(
          "element " + Lexical.quote(in.getLocalName()) + " in " + element + ", which holds text");
    }
  }

  /** Goes to the end tag of the element, over blanks. */
  void end(String element) throws XMLStreamException {
    if (nextTag(element) != XMLStreamConstants.END_ELEMENT) {
      throw invalid("element " + Lexical.quote(in.getLocalName()) + " too many in " + element);
    }
  }

  /** The name of the element that starts here, once its attributes are seen to be harmless. */
  String startedName() {
    int attributes = in.getAttributeCount();
    for (int i = 0; i < attributes; i++) {
      checkAttribute(i);
    }
    String name = in.getLocalName();
    return isLenient() ? guess(name) : name;
  }

  private String guess(String name) {
    String guess = ElementNames.guess(name);
    if (!guess.equals(name)) {
      count(name);
    }
    return guess;
  }

  /** The name without a prefix that stands for Apache's extensions. */
  String withoutExtensionPrefix(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return name;
    }
    String prefix = name.substring(0, colon);
    return prefix.equals("ex") || extensionPrefixes.contains(prefix)
        ? name.substring(colon + 1)
        : name;
  }

  Misread invalid(String problem) {
    return new Misread(FaultCode.INVALID_REQUEST, problem);
  }

  static Misread beyond(String what, int limit, String setting) {
    return new Misread(
        FaultCode.LIMIT_EXCEEDED, "more than " + limit + " " + what + " (setting " + setting + ")");
  }

  private int next() throws XMLStreamException {
    while (true) {
      int event = in.next();
      characters.ended(event);
      switch (event) {
        case XMLStreamConstants.START_ELEMENT,
            XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.END_DOCUMENT -> {
          return event;
        }
        case XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return XMLStreamConstants.CHARACTERS;
        }
        case XMLStreamConstants.COMMENT -> {}
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(in.getPITarget());
        case XMLStreamConstants.DTD ->
            throw new Misread(FaultCode.NOT_WELL_FORMED, "a DOCTYPE is not accepted");
        default -> throw new Misread(FaultCode.NOT_WELL_FORMED, "an entity is not accepted");
      }
    }
  }

  private void count(String foreignName) {
    if (foreignNames.add(foreignName) && foreignNames.size() > MOST_FOREIGN_NAMES) {
      throw invalid(
          "more than "
              + MOST_FOREIGN_NAMES
              + " different namespace prefixes and processing instructions");
    }
  }

  private void checkAttribute(int index) {
    String name = in.getAttributeLocalName(index);
    if (name.startsWith("xmlns:")) {
      count(name);
      if (in.getAttributeValue(index).equals(ScalarType.EXTENSIONS)) {
        extensionPrefixes.add(name.substring("xmlns:".length()));
      }
    } else if (!name.equals("xmlns")) {
      throw invalid(
          "attribute "
              + Lexical.quote(name)
              + " on "
              + Lexical.quote(in.getLocalName())
              + ", where XML-RPC has none");
    }
  }
}
