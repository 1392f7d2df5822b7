package dev.farcall.mapping;

import org.jspecify.annotations.Nullable;

/** A primitive: its box without nil. */
final class PrimitiveAdapter<T> extends TypeAdapter<T> {
  private final TypeAdapter<T> box;

  PrimitiveAdapter(TypeAdapter<T> box) {
    this.box = box;
  }

  @Override
  public @Nullable T fromValue(@Nullable Object value) {
    if (value == null) {
      throw mismatch(null);
    }
    return box.fromValue(value);
  }

  @Override
  public @Nullable Object toValue(T java, Nesting nesting) {
    return box.toValue(java, nesting);
  }

  @Override
  public TypeDescription describe() {
    return box.describe();
  }
}
