package dev.farcall.mapping;

import dev.farcall.MappingException;
import dev.farcall.Struct;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record or a bean. */
final class StructAdapter extends NestedAdapter<Object> {
  private final String name;
  private final StructRule rule;
  private final Set<String> names;
  private final List<StructMember> members;
  private final Maker maker;

  /**
   * The adapter of a class with these members.
   *
   * @throws MappingException if the type of one cannot travel, or two have one name
   */
  StructAdapter(Type type, List<DeclaredMember> declared, ValueMapper mapper, Maker maker) {
    Class<?> raw = GenericTypes.raw(type);
    name = raw.getSimpleName();
    rule = StructRule.of(raw);
    names = StructRule.names(raw, declared);
    members = declared.stream().map(it -> StructMember.of(it, rule, mapper)).toList();
    this.maker = maker;
  }

  @Override
  public @Nullable Object fromValue(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof Map<?, ?> struct)) {
      throw mismatch(value);
    }
    rule.check(struct, names);
    return maker.make(members, struct);
  }

  @Override
  public Object toValue(Object java, Nesting nesting) {
    nesting.enter(java);
    Struct struct = new Struct();
    String segment = "";
    try {
      for (StructMember member : members) {
        segment = member.segment();
        member.write(java, struct, nesting);
      }
    } catch (MappingException e) {
      throw nesting.leave(e, segment);
    }
    nesting.leave();
    return struct;
  }

  @Override
  TypeDescription describe(Describing within) {
    return within.struct(this, name, members);
  }

  @Override
  ValueType type() {
    return ValueType.STRUCT;
  }

  /** Makes the Java object. */
  interface Maker {
    Object make(List<StructMember> members, Map<?, ?> struct);
  }
}
