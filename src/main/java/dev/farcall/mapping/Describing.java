package dev.farcall.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A description in the making. It stops at types it is already inside of, and after so many members
 * that nobody would read on: types that all know each other would otherwise make a tree without
 * end.
 */
final class Describing {
  private static final int MOST_MEMBERS = 1_000;

  private final Set<TypeAdapter<?>> inside = Collections.newSetFromMap(new IdentityHashMap<>());
  private int members;

  /** An array, or a struct whose members are all of one type. */
  TypeDescription holder(ValueType type, TypeAdapter<?> holder, TypeAdapter<?> element) {
    return within(
        holder,
        TypeDescription.of(type),
        () -> new TypeDescription(type, null, element.describe(this), List.of(), List.of()));
  }

  /** A record or bean. */
  TypeDescription struct(TypeAdapter<?> struct, String name, List<StructMember> members) {
    return within(struct, structOf(name, List.of()), () -> structOf(name, members(members)));
  }

  private List<TypeDescription.Member> members(List<StructMember> all) {
    List<TypeDescription.Member> described = new ArrayList<>(all.size());
    members += all.size();
    for (StructMember member : all) {
      described.add(
          new TypeDescription.Member(
              member.name(), member.adapter().describe(this), member.isOptional()));
    }
    return List.copyOf(described);
  }

  private static TypeDescription structOf(String name, List<TypeDescription.Member> members) {
    return new TypeDescription(ValueType.STRUCT, name, null, members, List.of());
  }

  private TypeDescription within(
      TypeAdapter<?> adapter, TypeDescription cut, Supplier<TypeDescription> whole) {
    if (members >= MOST_MEMBERS || !inside.add(adapter)) {
      return cut;
    }
    TypeDescription description = whole.get();
    inside.remove(adapter);
    return description;
  }
}
