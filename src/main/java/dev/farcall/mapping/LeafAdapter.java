package dev.farcall.mapping;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type that holds no others, by two functions. Nil is null. */
final class LeafAdapter<T> extends TypeAdapter<T> {
  private final TypeDescription description;
  private final String expected;
  private final Function<Object, @Nullable T> read;
  private final Function<T, Object> write;

  /**
   * A type that goes by the name of its wire type in messages.
   *
   * @param read answers null to a value of another type
   */
  LeafAdapter(ValueType type, Function<Object, @Nullable T> read, Function<T, Object> write) {
    this(TypeDescription.of(type), type.wireName(), read, write);
  }

  /**
   * A type of its own.
   *
   * @param expected its name in messages, as {@code a UUID}
   * @param read answers null to a value of another type
   */
  LeafAdapter(
      TypeDescription description,
      String expected,
      Function<Object, @Nullable T> read,
      Function<T, Object> write) {
    this.description = description;
    this.expected = expected;
    this.read = read;
    this.write = write;
  }

  @Override
  public @Nullable T fromValue(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    T java = read.apply(value);
    if (java == null) {
      throw Values.mismatch(expected, value);
    }
    return java;
  }

  @Override
  public Object toValue(T java, Nesting nesting) {
    return write.apply(java);
  }

  @Override
  public TypeDescription describe() {
    return description;
  }
}
