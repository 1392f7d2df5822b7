package dev.farcall.model;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElementRef;
import jakarta.xml.bind.annotation.XmlElementRefs;
import jakarta.xml.bind.annotation.XmlMixed;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code value} element as JAXB sees it: text, or one element, or (since JAXB lets it pass) any
 * mixture, which {@link ValueAdapter} then refuses.
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "value")
public final class ValueElement {

  @XmlMixed
  @XmlElementRefs({
    @XmlElementRef(name = "array", type = JAXBElement.class),
    @XmlElementRef(name = "struct", type = JAXBElement.class),
    @XmlElementRef(name = "int", type = JAXBElement.class),
    @XmlElementRef(name = "i4", type = JAXBElement.class),
    @XmlElementRef(name = "boolean", type = JAXBElement.class),
    @XmlElementRef(name = "string", type = JAXBElement.class),
    @XmlElementRef(name = "double", type = JAXBElement.class),
    @XmlElementRef(name = "dateTime.iso8601", type = JAXBElement.class),
    @XmlElementRef(name = "base64", type = JAXBElement.class),
    @XmlElementRef(name = "nil", type = JAXBElement.class),
    @XmlElementRef(name = "i1", type = JAXBElement.class),
    @XmlElementRef(name = "i2", type = JAXBElement.class),
    @XmlElementRef(name = "i8", type = JAXBElement.class),
    @XmlElementRef(name = "float", type = JAXBElement.class),
    @XmlElementRef(name = "bigdecimal", type = JAXBElement.class),
    @XmlElementRef(name = "biginteger", type = JAXBElement.class),
    @XmlElementRef(name = "dateTime", type = JAXBElement.class),
    @XmlElementRef(namespace = ScalarType.EXTENSIONS, name = "nil", type = JAXBElement.class),
    @XmlElementRef(namespace = ScalarType.EXTENSIONS, name = "i1", type = JAXBElement.class),
    @XmlElementRef(namespace = ScalarType.EXTENSIONS, name = "i2", type = JAXBElement.class),
    @XmlElementRef(namespace = ScalarType.EXTENSIONS, name = "i8", type = JAXBElement.class),
    @XmlElementRef(namespace = ScalarType.EXTENSIONS, name = "float", type = JAXBElement.class),
    @XmlElementRef(
        namespace = ScalarType.EXTENSIONS,
        name = "bigdecimal",
        type = JAXBElement.class),
    @XmlElementRef(
        namespace = ScalarType.EXTENSIONS,
        name = "biginteger",
        type = JAXBElement.class),
    @XmlElementRef(namespace = ScalarType.EXTENSIONS, name = "dateTime", type = JAXBElement.class)
  })
  private final List<Object> content = new ArrayList<>();

  /** An empty value, which is an empty string. */
  public ValueElement() {}

  static ValueElement holding(JAXBElement<?> element) {
    ValueElement value = new ValueElement();
    value.content.add(element);
    return value;
  }

  /** Texts as {@code String} and elements as {@code JAXBElement}, in the order they stand. */
  List<Object> content() {
    return content;
  }
}
