package dev.farcall.wire;

import dev.farcall.Binary;
import dev.farcall.Struct;
import dev.farcall.model.Lexical;
import dev.farcall.model.ScalarType;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code value} elements, straight from the parser into plain values. For one document.
 *
 * <p>It calls itself for each level of nesting, which is safe because the levels are limited.
 */
final class ValueReader {

  private final ElementReader elements;
  private final WireLimits limits;
  private final ScalarGrammar grammar;
  private final NameCache names;
  private final SpoolFile spool;
  private final ScalarText scalar;
  private int values;
  private int depth;

  ValueReader(ElementReader elements, ScalarGrammar grammar, NameCache names, SpoolFile spool) {
    this.elements = elements;
    this.limits = elements.limits();
    this.grammar = grammar;
    this.names = names;
    this.spool = spool;
    this.scalar = new ScalarText(grammar, elements.text());
  }

  /** Reads from the start tag of a value, where the parser is, to its end tag. */
  @Nullable Object read() throws XMLStreamException {
    if (++values > limits.maxValues()) {
      throw ElementReader.beyond("values", limits.maxValues(), "max-values");
    }
    TextBuffer text = elements.text();
    if (elements.nextTagGatheringText() == XMLStreamConstants.END_ELEMENT) {
      return text.toString();
    }
    if (!Lexical.isBlank(text)) {
      throw elements.invalid("text " + Lexical.quote(text) + " beside an element in a value");
    }
    Object value = readTyped(elements.startedName());
    elements.end("value");
    return value;
  }

  /** Reads from the start tag of a type, where the parser is, to its end tag. */
  @Nullable Object readTyped(String name) throws XMLStreamException {
    return switch (name) {
      case "struct" -> nested(this::readStruct);
      case "array" -> nested(this::readArray);
      default -> readScalar(name);
    };
  }

  private Object nested(Body body) throws XMLStreamException {
    if (depth == limits.maxDepth()) {
      throw ElementReader.beyond("levels of nesting", limits.maxDepth(), "max-depth");
    }
    depth++;
    Object value = body.read();
    depth--;
    return value;
  }

  private @Nullable Object readScalar(String name) throws XMLStreamException {
    ScalarType type = ScalarType.named(elements.withoutExtensionPrefix(name));
    if (type == null) {
      throw elements.invalid("unknown type " + Lexical.quote(name));
    }
    if (type == ScalarType.BASE64) {
      return readBase64(name);
    }
    elements.gatherText(name, scalar.next(type));
    return scalar.value();
  }

  private Binary readBase64(String name) throws XMLStreamException {
    Base64Text text = new Base64Text(spool);
    elements.gatherText(name, text);
    return text.toBinary(grammar);
  }

  private List<@Nullable Object> readArray() throws XMLStreamException {
    List<@Nullable Object> list = new ArrayList<>();
    if (elements.nextTag("array") == XMLStreamConstants.END_ELEMENT) {
      return list;
    }
    String name = elements.startedName();
    if (name.equals("data")) {
      while (elements.nextTag("data") == XMLStreamConstants.START_ELEMENT) {
        readItem(list, elements.startedName(), "data");
      }
      elements.end("array");
    } else {
      readBareItems(list, name);
    }
    return list;
  }

  /** Values in an array without {@code data} around them. */
  private void readBareItems(List<@Nullable Object> list, String first) throws XMLStreamException {
    if (!elements.isLenient()) {
      throw unexpected(first, "data", "array");
    }
    readItem(list, first, "array");
    while (elements.nextTag("array") == XMLStreamConstants.START_ELEMENT) {
      readItem(list, elements.startedName(), "array");
    }
  }

  private void readItem(List<@Nullable Object> list, String name, String parent)
      throws XMLStreamException {
    if (!name.equals("value")) {
      throw unexpected(name, "value", parent);
    }
    try {
      list.add(read());
    } catch (Misread e) {
      throw e.atIndex(list.size());
    }
  }

  private Struct readStruct() throws XMLStreamException {
    Struct struct = new Struct();
    while (elements.nextTag("struct") == XMLStreamConstants.START_ELEMENT) {
      String name = elements.startedName();
      if (!name.equals("member")) {
        throw unexpected(name, "member", "struct");
      }
      readMember(struct);
      if (struct.size() > limits.maxMembers()) {
        throw ElementReader.beyond("members in a struct", limits.maxMembers(), "max-members");
      }
    }
    return struct;
  }

  private void readMember(Struct struct) throws XMLStreamException {
    String name = null;
    Object value = null;
    boolean hasValue = false;
    while (elements.nextTag("member") == XMLStreamConstants.START_ELEMENT) {
      String element = elements.startedName();
      if (element.equals("name") && name == null) {
        name = readName();
      } else if (element.equals("value") && !hasValue) {
        value = readMemberValue(name);
        hasValue = true;
      } else {
        throw unexpected(element, "one name and one value", "member");
      }
    }
    if (name == null || !hasValue) {
      throw elements.invalid("member without a " + (hasValue ? "name" : "value"));
    }
    int before = struct.size();
    struct.put(name, value);
    if (struct.size() == before && !elements.isLenient()) {
      throw elements.invalid("two members with the name " + Lexical.quote(name));
    }
  }

  private @Nullable Object readMemberValue(@Nullable String name) throws XMLStreamException {
    try {
      return read();
    } catch (Misread e) {
      // A peer may send the value before the name.
      throw name == null ? e : e.inMember(name);
    }
  }

  private String readName() throws XMLStreamException {
    if (elements.isLenient()) {
      readNameOrString();
    } else {
      elements.gatherText("name");
    }
    TextBuffer text = elements.text();
    if (text.length() > limits.maxMemberNameChars()) {
      throw ElementReader.beyond(
          "characters in a member's name", limits.maxMemberNameChars(), "max-member-name-chars");
    }
    return text.toName(names);
  }

  /** A name, or a name in a string element, as some peers send it. */
  private void readNameOrString() throws XMLStreamException {
    if (elements.nextTagGatheringText() == XMLStreamConstants.START_ELEMENT) {
      String name = elements.startedName();
      if (!name.equals("string") || !Lexical.isBlank(elements.text())) {
        throw unexpected(name, "text", "name");
      }
      elements.gatherText("name");
      elements.end("name");
    }
  }

  private Misread unexpected(String found, String expected, String parent) {
    return elements.invalid(
        "expected " + expected + " in " + parent + ", got element " + Lexical.quote(found));
  }

  /** What stands in an array or a struct. */
  @FunctionalInterface
  private interface Body {
    Object read() throws XMLStreamException;
  }
}
