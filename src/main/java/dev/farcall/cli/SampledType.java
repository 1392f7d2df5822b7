package dev.farcall.cli;

import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.TypeDescription.Member;
import dev.farcall.mapping.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Types as they can be told from values. What was nil, or of several types, is any type; what some
 * structs of an array lack is optional.
 */
final class SampledType {

  private SampledType() {}

  /**
   * The type of a value.
   *
   * @param name for the struct that it may be, or have
   */
  static TypeDescription of(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> struct) {
      return struct(name, struct);
    } else if (value instanceof List<?> list) {
      return new TypeDescription(ValueType.ARRAY, null, element(name, list), List.of(), List.of());
    }
    return TypeDescription.of(value == null ? ValueType.ANY : ValueType.of(value));
  }

  private static TypeDescription struct(String name, Map<?, ?> struct) {
    List<Member> members = new ArrayList<>();
    struct.forEach(
        (key, value) -> {
          String member = String.valueOf(key);
          members.add(new Member(member, of(JavaNames.typeName(member), value), value == null));
        });
    return new TypeDescription(ValueType.STRUCT, name, null, members, List.of());
  }

  private static @Nullable TypeDescription element(String name, List<?> list) {
    return list.stream().map(element -> of(name, element)).reduce(SampledType::both).orElse(null);
  }

  private static TypeDescription both(TypeDescription one, TypeDescription other) {
    if (one.equals(other)) {
      return one;
    } else if (one.type() != other.type()) {
      return TypeDescription.of(isWhole(one) && isWhole(other) ? ValueType.I8 : ValueType.ANY);
    } else if (one.type() == ValueType.STRUCT) {
      return new TypeDescription(
          ValueType.STRUCT, one.name(), null, bothMembers(one, other), List.of());
    }
    return new TypeDescription(
        one.type(), null, bothElements(one.element(), other.element()), List.of(), List.of());
  }

  private static boolean isWhole(TypeDescription type) {
    return type.type() == ValueType.INT || type.type() == ValueType.I8;
  }

  private static @Nullable TypeDescription bothElements(
      @Nullable TypeDescription one, @Nullable TypeDescription other) {
    return one == null || other == null ? Objects.requireNonNullElse(one, other) : both(one, other);
  }

  private static List<Member> bothMembers(TypeDescription one, TypeDescription other) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Member member : one.members()) {
      members.put(member.name(), member);
    }
    for (Member member : other.members()) {
      members.merge(member.name(), optional(member), SampledType::bothMember);
    }
    List<String> names = other.members().stream().map(Member::name).toList();
    return members.values().stream()
        .map(member -> names.contains(member.name()) ? member : optional(member))
        .toList();
  }

  private static Member bothMember(Member one, Member other) {
    return new Member(one.name(), both(one.type(), other.type()), one.optional());
  }

  private static Member optional(Member member) {
    return new Member(member.name(), member.type(), true);
  }
}
