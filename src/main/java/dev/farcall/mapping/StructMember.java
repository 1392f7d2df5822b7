package dev.farcall.mapping;

import dev.farcall.MappingException;
import dev.farcall.Struct;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record, or a property of a bean, as a member of a struct.
 *
 * @param segment of it in paths
 * @param isOptional whether it may be absent or nil
 * @param zero what an absent primitive is; null for the rest
 * @param getter null if it is not written
 * @param setter of a bean; null if it is not set
 */
record StructMember(
    String name,
    String segment,
    TypeAdapter<Object> adapter,
    boolean isOptional,
    @Nullable Object zero,
    @Nullable MethodHandle getter,
    @Nullable MethodHandle setter) {

  static StructMember of(DeclaredMember member, StructRule rule, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(member.type());
    return new StructMember(
        member.name(),
        Values.segment(member.name()),
        member.adapter(mapper),
        rule.isOptional(member),
        raw.isPrimitive() ? Array.get(Array.newInstance(raw, 1), 0) : null,
        member.getter(),
        member.setter());
  }

  /** The Java object for this member of a struct. */
  @Nullable Object read(Map<?, ?> struct) {
    Object value = struct.get(name);
    try {
      if (value != null) {
        return adapter.fromValue(value);
      }
      requireOptional(struct);
      return zero != null ? zero : adapter.fromValue(null);
    } catch (MappingException e) {
      throw e.at(segment);
    }
  }

  /** Sets this property of a bean; leaves it as it is when the struct does not have it. */
  void set(Object bean, Map<?, ?> struct) {
    if (setter == null) {
      return;
    }
    Object value = struct.get(name);
    try {
      if (value != null) {
        Access.set(setter, bean, adapter.fromValue(value));
      } else {
        requireOptional(struct);
      }
    } catch (MappingException e) {
      throw e.at(segment);
    }
  }

  /** Adds this member of a record or bean to a struct, unless it is null or empty. */
  void write(Object owner, Struct struct, Nesting nesting) {
    Object java = getter == null ? null : Access.get(getter, owner);
    Object value = java == null ? null : adapter.toValue(java, nesting);
    if (value != null) {
      struct.put(name, value);
    }
  }

  private void requireOptional(Map<?, ?> struct) {
    if (!isOptional) {
      String found = struct.containsKey(name) ? ", got nil" : ", but the member is missing";
      throw new MappingException("expected " + Values.word(adapter.type()) + found);
    }
  }
}
