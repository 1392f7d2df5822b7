package dev.farcall.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Beans: classes with a constructor without parameters, and {@link BeanProperties}. */
final class BeanAdapters implements TypeAdapter.Factory {
  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(type);
    // The platform has classes that look like beans, as Thread does, and are none.
    if (raw.isInterface() || GenericTypes.isPlatform(raw)) {
      return null;
    }
    MethodHandle constructor = Access.emptyConstructor(raw);
    List<DeclaredMember> properties =
        constructor == null ? List.of() : new BeanProperties(type).members();
    return constructor == null || properties.isEmpty()
        ? null
        : new StructAdapter(
            type, properties, mapper, (members, struct) -> make(constructor, members, struct));
  }

  private static Object make(
      MethodHandle constructor, List<StructMember> members, Map<?, ?> struct) {
    Object bean = Access.make(constructor);
    for (StructMember member : members) {
      member.set(bean, struct);
    }
    return bean;
  }
}
