package dev.farcall.mapping;

import dev.farcall.XmlRpcMember;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records, by their canonical constructor and accessors. */
final class RecordAdapters implements TypeAdapter.Factory {
  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(type);
    if (!raw.isRecord()) {
      return null;
    }
    MethodHandle constructor = canonicalConstructor(raw);
    return new StructAdapter(
        type, members(type), mapper, (members, struct) -> make(constructor, members, struct));
  }

  private static Object make(
      MethodHandle constructor, List<StructMember> members, Map<?, ?> struct) {
    @Nullable Object[] arguments = new @Nullable Object[members.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = members.get(i).read(struct);
    }
    return Access.make(constructor, arguments);
  }

  private static List<DeclaredMember> members(Type type) {
    List<DeclaredMember> members = new ArrayList<>();
    for (RecordComponent component : GenericTypes.raw(type).getRecordComponents()) {
      members.add(
          new DeclaredMember(
              component.getName(),
              GenericTypes.resolve(component.getGenericType(), GenericTypes.bindings(type)),
              true,
              component.getAnnotation(XmlRpcMember.class),
              Access.getter(component.getAccessor()),
              null));
    }
    return members;
  }

  private static MethodHandle canonicalConstructor(Class<?> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return Access.constructor(type.getDeclaredConstructor(parameters));
    } catch (NoSuchMethodException e) {
      throw new AssertionError("a record without its canonical constructor: " + type, e);
    }
  }
}
