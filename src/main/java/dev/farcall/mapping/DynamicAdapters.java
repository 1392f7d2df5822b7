package dev.farcall.mapping;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Object, which is any value, and void, which is none. */
final class DynamicAdapters implements TypeAdapter.Factory {
  private final ObjectAdapter any;

  DynamicAdapters(ObjectAdapter any) {
    this.any = any;
  }

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    if (type == Object.class) {
      return any;
    }
    return type == void.class || type == Void.class ? new Nothing() : null;
  }

  /** No value: whatever comes is dropped. */
  private static final class Nothing extends TypeAdapter<Object> {
    @Override
    public @Nullable Object fromValue(@Nullable Object value) {
      return null;
    }

    @Override
    public @Nullable Object toValue(Object java, Nesting nesting) {
      return null;
    }

    @Override
    public TypeDescription describe() {
      return TypeDescription.of(ValueType.NIL);
    }
  }
}
