package dev.farcall.wire;

import dev.farcall.model.Lexical;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * What JAXB reads from: the envelope as it stands, and of {@code params}, and of the value of a
 * fault, only an empty element, for this reads what is inside and has it ready when JAXB asks. A
 * document whose envelope is not of the grammar is refused here, before JAXB sees it. For one
 * document.
 *
 * <p>A state machine: {@link #place} is the element it is in, and one tag leads to the next.
 */
final class EnvelopeReader extends StreamReaderDelegate {

  private static final char[] NO_TEXT = {};

  private final ElementReader elements;
  private final ValueReader values;
  private final ReadyParams readyParams;
  private final ReadyValue readyValue;
  private final Place root;

  private Place place = Place.DOCUMENT;
  private boolean hasMethodName;
  private boolean hasParams;
  private boolean hasFault;
  private boolean hasValue;

  /** What JAXB is told next. */
  private int event = START_DOCUMENT;

  private String name = "";
  private char[] text = NO_TEXT;
  private boolean textFollows;
  private boolean endFollows;

  EnvelopeReader(
      ElementReader elements,
      ValueReader values,
      ReadyParams readyParams,
      ReadyValue readyValue,
      Place root) {
    super(elements.in());
    this.elements = elements;
    this.values = values;
    this.readyParams = readyParams;
    this.readyValue = readyValue;
    this.root = root;
  }

  @Override
  public int next() throws XMLStreamException {
    if (textFollows) {
      textFollows = false;
      event = CHARACTERS;
    } else if (endFollows) {
      endFollows = false;
      event = END_ELEMENT;
    } else if (place == Place.DONE && elements.isLenient()) {
      // PHP's peers put warnings behind the document.
      event = END_DOCUMENT;
    } else {
      event = tag();
    }
    return event;
  }

  private int tag() throws XMLStreamException {
    int tag = elements.nextTag(place.element());
    if (tag == START_ELEMENT) {
      start(elements.startedName());
    } else if (tag == END_ELEMENT) {
      end();
    }
    return tag;
  }

  private void start(String element) throws XMLStreamException {
    switch (place) {
      case DOCUMENT -> startRoot(element);
      case CALL -> startInCall(element);
      case RESPONSE -> startInResponse(element);
      case FAULT -> startValue(element);
      default -> throw unexpected(element);
    }
  }

  private void startRoot(String element) {
    if (!element.equals(root.element())) {
      throw elements.invalid(
          "expected " + root.element() + ", got element " + Lexical.quote(element));
    }
    enter(root);
  }

  private void startInCall(String element) throws XMLStreamException {
    if (element.equals("methodName") && !hasMethodName) {
      hasMethodName = true;
      readMethodName();
    } else if (element.equals("params") && !hasParams) {
      hasParams = true;
      readParams();
    } else {
      throw unexpected(element);
    }
  }

  private void startInResponse(String element) throws XMLStreamException {
    if (element.equals("params") && !hasParams && !hasFault) {
      hasParams = true;
      readParams();
    } else if (element.equals("fault") && !hasParams && !hasFault) {
      hasFault = true;
      enter(Place.FAULT);
    } else {
      throw unexpected(element);
    }
  }

  private void startValue(String element) throws XMLStreamException {
    boolean bareStruct = elements.isLenient() && element.equals("struct");
    if (hasValue || !(element.equals("value") || bareStruct)) {
      throw unexpected(element);
    }
    hasValue = true;
    try {
      // Old rTorrent does not wrap the struct of a fault.
      readyValue.set(bareStruct ? values.readTyped(element) : values.read());
    } catch (Misread e) {
      throw e.in("fault");
    }
    name = "value";
    endFollows = true;
  }

  private void readParams() throws XMLStreamException {
    List<@Nullable Object> params = new ArrayList<>(4);
    while (elements.nextTag("params") == START_ELEMENT) {
      String element = elements.startedName();
      if (!element.equals("param")) {
        throw misplaced(element, "params");
      }
      if (params.size() == elements.limits().maxParams()) {
        throw ElementReader.beyond("params", elements.limits().maxParams(), "max-params");
      }
      try {
        params.add(readParam());
      } catch (Misread e) {
        throw e.in("params[" + params.size() + "]");
      }
    }
    require(
        root == Place.CALL || params.size() == 1 || elements.isLenient(),
        "params of a methodResponse hold one param, got " + params.size());
    readyParams.set(params);
    name = "params";
    endFollows = true;
  }

  private @Nullable Object readParam() throws XMLStreamException {
    require(elements.nextTag("param") == START_ELEMENT, "param without a value");
    String element = elements.startedName();
    if (!element.equals("value")) {
      throw misplaced(element, "param");
    }
    Object value = values.read();
    elements.end("param");
    return value;
  }

  private void readMethodName() throws XMLStreamException {
    elements.gatherText("methodName");
    if (Lexical.isBlank(elements.text())) {
      throw elements.invalid("methodName is empty");
    }
    // What looks at names before this, a proxy say, may take one with blanks for another.
    CharSequence sent = elements.text();
    String methodName = (elements.isLenient() ? Lexical.trim(sent) : sent).toString();
    int limit = elements.limits().maxMethodNameChars();
    if (methodName.length() > limit) {
      throw ElementReader.beyond("characters in methodName", limit, "max-method-name-chars");
    }
    name = "methodName";
    text = methodName.toCharArray();
    textFollows = true;
    endFollows = true;
  }

  private void enter(Place next) {
    place = next;
    name = next.element();
  }

  private void end() {
    name = place.element();
    switch (place) {
      case CALL -> {
        require(hasMethodName, "methodCall without a methodName");
        place = Place.DONE;
      }
      case RESPONSE -> {
        require(hasParams || hasFault, "methodResponse without params or fault");
        place = Place.DONE;
      }
      default -> {
        require(hasValue, "fault without a value");
        place = Place.RESPONSE;
      }
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw elements.invalid(otherwise);
    }
  }

  private Misread unexpected(String element) {
    return misplaced(element, place.element());
  }

  private Misread misplaced(String element, String parent) {
    return elements.invalid("element " + Lexical.quote(element) + " does not belong in " + parent);
  }

  @Override
  public int getEventType() {
    return event;
  }

  @Override
  public boolean isStartElement() {
    return event == START_ELEMENT;
  }

  @Override
  public String getLocalName() {
    return name;
  }

  @Override
  public String getNamespaceURI() {
    return "";
  }

  @Override
  public String getPrefix() {
    return "";
  }

  @Override
  public int getAttributeCount() {
    return 0;
  }

  @Override
  public int getNamespaceCount() {
    return 0;
  }

  @Override
  public char[] getTextCharacters() {
    return text;
  }

  @Override
  public int getTextStart() {
    return 0;
  }

  @Override
  public int getTextLength() {
    return text.length;
  }

  @Override
  public Object getProperty(String property) {
    // JAXB would intern every name; those given out here are literals.
    return property.startsWith("org.codehaus.stax2.intern")
        ? (Object) true
        : super.getProperty(property);
  }
}
