package dev.farcall.mapping;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may be absent: nil is empty, and empty is nil. */
final class OptionalAdapters implements TypeAdapter.Factory {
  private static final Set<Class<?>> TYPES =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  /** Whether a type is one of these. */
  static boolean isOptional(Class<?> raw) {
    return TYPES.contains(raw);
  }

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(type);
    if (raw == Optional.class) {
      return of(
          mapper.anyAdapter(GenericTypes.argument(type, Optional.class, 0)),
          Optional::ofNullable,
          it -> it.orElse(null));
    } else if (raw == OptionalInt.class) {
      return of(
          mapper.adapter(Integer.class),
          it -> it == null ? OptionalInt.empty() : OptionalInt.of(it),
          it -> it.isPresent() ? it.getAsInt() : null);
    } else if (raw == OptionalLong.class) {
      return of(
          mapper.adapter(Long.class),
          it -> it == null ? OptionalLong.empty() : OptionalLong.of(it),
          it -> it.isPresent() ? it.getAsLong() : null);
    } else if (raw == OptionalDouble.class) {
      return of(
          mapper.adapter(Double.class),
          it -> it == null ? OptionalDouble.empty() : OptionalDouble.of(it),
          it -> it.isPresent() ? it.getAsDouble() : null);
    }
    return null;
  }

  private static <T, O> TypeAdapter<O> of(
      TypeAdapter<T> content, Function<@Nullable T, O> wrap, Function<O, @Nullable T> unwrap) {
    return new Holder<>(content, wrap, unwrap);
  }

  private static final class Holder<T, O> extends NestedAdapter<O> {
    private final TypeAdapter<T> content;
    private final Function<@Nullable T, O> wrap;
    private final Function<O, @Nullable T> unwrap;

    Holder(TypeAdapter<T> content, Function<@Nullable T, O> wrap, Function<O, @Nullable T> unwrap) {
      this.content = content;
      this.wrap = wrap;
      this.unwrap = unwrap;
    }

    @Override
    public O fromValue(@Nullable Object value) {
      return wrap.apply(value == null ? null : content.fromValue(value));
    }

    @Override
    public @Nullable Object toValue(O java, Nesting nesting) {
      T inner = unwrap.apply(java);
      return inner == null ? null : content.toValue(inner, nesting);
    }

    @Override
    TypeDescription describe(Describing within) {
      return content.describe(within);
    }

    @Override
    ValueType type() {
      return content.type();
    }
  }
}
