package dev.farcall.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Java type is on the wire, as far as a reader of documentation or of a signature wants it.
 *
 * @param type the wire type
 * @param name the simple name of a record, bean or enum; null for the rest. Where a type contains
 *     itself, the inner description has the name and no members
 * @param element what an array holds, or the values of a map; null when unknown or not an array
 * @param members of a record or bean, in their order; empty for the rest
 * @param constants of an enum; empty for the rest
 */
public record TypeDescription(
    ValueType type,
    @Nullable String name,
    @Nullable TypeDescription element,
    List<Member> members,
    List<String> constants) {

  /** Copies the lists. */
  public TypeDescription {
    members = List.copyOf(members);
    constants = List.copyOf(constants);
  }

  /** A type with nothing inside. */
  public static TypeDescription of(ValueType type) {
    return new TypeDescription(type, null, null, List.of(), List.of());
  }

  /**
   * A member of a struct.
   *
   * @param name as it travels
   * @param type of its value
   * @param optional whether it may be absent
   */
  public record Member(String name, TypeDescription type, boolean optional) {}
}
