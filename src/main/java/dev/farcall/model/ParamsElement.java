package dev.farcall.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The {@code params} element as JAXB sees it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "params")
public final class ParamsElement {

  @XmlElement(name = "param")
  private final List<ParamElement> params = new ArrayList<>();

  /** An element without params. */
  public ParamsElement() {}

  List<ParamElement> params() {
    return params;
  }
}
