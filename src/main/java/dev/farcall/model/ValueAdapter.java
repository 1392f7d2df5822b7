package dev.farcall.model;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between a plain value and its {@code value} element, with the types of the specification, {@code
 * i8} and {@code nil}. This one builds the whole subtree, so that JAXB alone reads and writes
 * complete documents; whoever has a faster way extends it and hands it to the marshaller.
 *
 * <p>Whatever the specification does not allow is refused, never repaired. JAXB reports that to its
 * event handler, and to have it fail needs a handler that returns false. Immutable.
 */
public class ValueAdapter extends XmlAdapter<ValueElement, @Nullable Object> {

  /** For JAXB. */
  public ValueAdapter() {}

  @Override
  public @Nullable Object unmarshal(ValueElement value) {
    JAXBElement<?> element = null;
    StringBuilder text = new StringBuilder();
    for (Object part : value.content()) {
      if (part instanceof String string) {
        text.append(string);
      } else if (element != null) {
        throw invalid("two elements in one value");
      } else {
        element = (JAXBElement<?>) part;
      }
    }
    if (element == null) {
      return text.toString();
    } else if (!Lexical.isBlank(text)) {
      throw invalid("text " + Lexical.quote(text) + " beside an element in a value");
    }
    return unmarshal(element);
  }

  private @Nullable Object unmarshal(JAXBElement<?> element) {
    Object content = element.getValue();
    if (content instanceof ArrayElement array) {
      return unmarshal(array);
    } else if (content instanceof StructElement struct) {
      return unmarshal(struct);
    }
    ScalarType type = ScalarType.named(element.getName().getLocalPart());
    if (type == null) {
      throw invalid("unknown type " + Lexical.quote(element.getName().getLocalPart()));
    }
    return type.parse(content == null ? "" : content.toString());
  }

  private List<@Nullable Object> unmarshal(ArrayElement element) {
    List<@Nullable Object> list = new ArrayList<>(element.values().size());
    for (ValueElement value : element.values()) {
      list.add(unmarshal(value));
    }
    return list;
  }

  private Struct unmarshal(StructElement element) {
    Struct struct = new Struct();
    for (StructElement.Member member : element.members()) {
      if (member.name == null || member.value == null) {
        throw invalid("member without a name or without a value");
      } else if (struct.containsKey(member.name)) {
        throw invalid("two members with the name " + Lexical.quote(member.name));
      }
      struct.put(member.name, unmarshal(member.value));
    }
    return struct;
  }

  @Override
  public ValueElement marshal(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return ValueElement.holding(new ObjectFactory().createStruct(struct(map)));
    } else if (value instanceof List<?> list) {
      return ValueElement.holding(new ObjectFactory().createArray(array(list)));
    } else if (value instanceof String text) {
      return scalar(ScalarType.STRING, legal(text));
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Boolean flag) {
      return scalar(ScalarType.BOOLEAN, flag ? "1" : "0");
    } else if (value instanceof DateTime dateTime) {
      return scalar(ScalarType.DATE_TIME, dateTime.compact());
    } else if (value instanceof Binary binary) {
      String text = Base64.getEncoder().encodeToString(binary.toByteArray());
      return scalar(ScalarType.BASE64, text);
    } else if (value == null) {
      return scalar(ScalarType.NIL, "");
    }
    throw unwritable(value);
  }

  private ArrayElement array(List<?> list) {
    ArrayElement array = new ArrayElement();
    for (Object value : list) {
      array.values().add(marshal(value));
    }
    return array;
  }

  private StructElement struct(Map<?, ?> map) {
    StructElement struct = new StructElement();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      String name = legal(String.valueOf(member.getKey()));
      struct.members().add(new StructElement.Member(name, marshal(member.getValue())));
    }
    return struct;
  }

  private static ValueElement number(Number number) {
    Number plain = PlainTypes.reduce(number);
    if (plain instanceof Integer) {
      return scalar(ScalarType.INT, plain.toString());
    } else if (plain instanceof Long) {
      return scalar(ScalarType.I8, plain.toString());
    } else if (plain instanceof Double value && Double.isFinite(value)) {
      return scalar(ScalarType.DOUBLE, Lexical.toText(value));
    }
    throw unwritable(number);
  }

  private static ValueElement scalar(ScalarType type, String text) {
    return ValueElement.holding(ObjectFactory.scalar("", type.elementName(), text));
  }

  private static String legal(String text) {
    int illegal = Lexical.illegalCharacter(text);
    if (illegal >= 0) {
      throw new WireException(
          FaultCode.INTERNAL_ERROR,
          String.format(
              "U+%04X at %d cannot be written as XML", (int) text.charAt(illegal), illegal));
    }
    return text;
  }

  private static WireException invalid(String problem) {
    return new WireException(FaultCode.INVALID_REQUEST, problem);
  }

  private static WireException unwritable(Object value) {
    return new WireException(
        FaultCode.INTERNAL_ERROR,
        "a " + value.getClass().getSimpleName() + " cannot be written with the plain types");
  }
}
