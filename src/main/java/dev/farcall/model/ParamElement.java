package dev.farcall.model;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.jspecify.annotations.Nullable;

/** The {@code param} element as JAXB sees it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "param")
final class ParamElement {

  private static final Object MISSING = new Object();

  @XmlElement(required = true)
  @XmlJavaTypeAdapter(ValueAdapter.class)
  private @Nullable Object value;

  @SuppressWarnings("unused") // JAXB
  private ParamElement() {
    // Where the document has no value, nobody sets one; nil sets null.
    value = MISSING;
  }

  ParamElement(@Nullable Object value) {
    this.value = value;
  }

  @Nullable Object value() {
    if (value == MISSING) {
      throw new WireException(FaultCode.INVALID_REQUEST, "param without a value");
    }
    return value;
  }
}
