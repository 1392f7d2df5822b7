package dev.farcall.wire;

import dev.farcall.model.ScalarType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What JAXB writes to: the envelope goes out as JAXB says it, and where {@code params} start, or
 * the value of a fault, what JAXB has just asked for is written instead of the empty element JAXB
 * sees. No element is self-closed, since some peers choke on {@code <params/>}. For one document.
 */
final class EnvelopeWriter extends DefaultHandler {

  private static final Map<String, Tags> TAGS =
      Map.of(
          "methodCall", new Tags("methodCall"),
          "methodName", new Tags("methodName"),
          "methodResponse", new Tags("methodResponse"),
          "params", new Tags("params"),
          "fault", new Tags("fault"));
  private static final Tags PARAM = new Tags("param");
  private static final byte[] UTF_8 = XmlOutput.ascii(declaration("UTF-8"));

  private final XmlOutput out;
  private final ValueWriter values;
  private final ReadyParams readyParams;
  private final ReadyValue readyValue;
  private final Dialect dialect;
  private boolean isCall;

  EnvelopeWriter(
      XmlOutput out,
      Dialect dialect,
      int maxDepth,
      BinaryOutput binaries,
      ReadyParams readyParams,
      ReadyValue readyValue) {
    this.out = out;
    this.values = new ValueWriter(out, dialect, maxDepth, binaries);
    this.readyParams = readyParams;
    this.readyValue = readyValue;
    this.dialect = dialect;
  }

  @Override
  public void startDocument() {
    out.markup(
        dialect.encoding().equals(StandardCharsets.UTF_8)
            ? UTF_8
            : XmlOutput.ascii(declaration(dialect.encoding().name())));
  }

  @Override
  public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
    Tags tags = TAGS.get(name);
    if (tags == null) {
      writeFault();
      return;
    }
    boolean isRoot = name.startsWith("method") && !name.equals("methodName");
    isCall |= name.equals("methodCall");
    out.markup(isRoot && usesApacheNamespace() ? tags.startWithNamespace : tags.start);
    if (name.equals("params")) {
      writeParams();
    }
  }

  @Override
  public void endElement(String uri, String name, String qualifiedName) {
    Tags tags = TAGS.get(name);
    if (tags != null) {
      out.markup(tags.end);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    try {
      out.text(new String(text, start, length));
    } catch (Misread e) {
      // No other element of the envelope has text.
      throw e.in("methodName");
    }
  }

  private void writeParams() {
    List<@Nullable Object> params = readyParams.get();
    for (int i = 0; i < params.size(); i++) {
      out.markup(PARAM.start);
      try {
        values.write(params.get(i));
      } catch (Misread e) {
        throw e.in(isCall ? "params[" + i + "]" : "result");
      }
      out.markup(PARAM.end);
    }
  }

  private void writeFault() {
    try {
      values.write(readyValue.get());
    } catch (Misread e) {
      throw e.in("fault");
    }
  }

  private boolean usesApacheNamespace() {
    return dialect.extensions() == Dialect.Extensions.APACHE || dialect.nil() == Dialect.Nil.APACHE;
  }

  private static String declaration(String encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
  }

  /** The tags of an element of the envelope. */
  private static final class Tags {
    private final byte[] start;
    private final byte[] startWithNamespace;
    private final byte[] end;

    Tags(String name) {
      start = XmlOutput.ascii("<" + name + ">");
      startWithNamespace =
          XmlOutput.ascii("<" + name + " xmlns:ex=\"" + ScalarType.EXTENSIONS + "\">");
      end = XmlOutput.ascii("</" + name + ">");
    }
  }
}
