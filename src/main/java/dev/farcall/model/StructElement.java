package dev.farcall.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code struct} element as JAXB sees it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "struct")
final class StructElement {

  @XmlElement(name = "member")
  private final List<Member> members = new ArrayList<>();

  List<Member> members() {
    return members;
  }

  /** The {@code member} element. */
  @XmlAccessorType(XmlAccessType.FIELD)
  @XmlType(
      name = "member",
      propOrder = {})
  static final class Member {

    // Required by the grammar; null when the document leaves it out.
    @Nullable String name;
    @Nullable ValueElement value;

    @SuppressWarnings("unused") // JAXB
    private Member() {}

    Member(String name, ValueElement value) {
      this.name = name;
      this.value = value;
    }
  }
}
