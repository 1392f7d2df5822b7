package dev.farcall.mapping;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for the adapter of a type that contains itself, where that one is still being made. */
final class LazyAdapter extends TypeAdapter<Object> {
  // Set before the adapters that hold this are seen by another thread.
  private @Nullable TypeAdapter<Object> target;

  @SuppressWarnings("unchecked")
  void resolve(TypeAdapter<?> adapter) {
    target = (TypeAdapter<Object>) adapter;
  }

  @Override
  public @Nullable Object fromValue(@Nullable Object value) {
    return target().fromValue(value);
  }

  @Override
  public @Nullable Object toValue(Object java, Nesting nesting) {
    return target().toValue(java, nesting);
  }

  @Override
  public TypeDescription describe() {
    return target().describe();
  }

  @Override
  TypeDescription describe(Describing within) {
    return target().describe(within);
  }

  @Override
  ValueType type() {
    return target().type();
  }

  private TypeAdapter<Object> target() {
    return Objects.requireNonNull(target, "asked before the type was complete");
  }
}
