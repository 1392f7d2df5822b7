package dev.farcall.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The {@code array} element as JAXB sees it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "array")
final class ArrayElement {

  @XmlElementWrapper(name = "data")
  @XmlElement(name = "value")
  private final List<ValueElement> values = new ArrayList<>();

  List<ValueElement> values() {
    return values;
  }
}
