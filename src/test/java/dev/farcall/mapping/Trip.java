package dev.farcall.mapping;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.MappingException;
import java.lang.reflect.Type;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way through a mapper, for the tests of this package. What comes out is not marked
 * as nullable, so that a test may go on with it.
 */
@NullUnmarked
final class Trip {
  private static final ValueMapper MAPPER = ValueMapper.create();

  private Trip() {}

  static Object read(Type type, @Nullable Object value) {
    return MAPPER.adapter(type).fromValue(value);
  }

  static <T> T read(TypeRef<T> type, @Nullable Object value) {
    return MAPPER.adapter(type).fromValue(value);
  }

  static Object write(Type type, Object java) {
    return MAPPER.anyAdapter(type).toValue(java, MAPPER.nesting());
  }

  static <T> Object write(TypeRef<T> type, T java) {
    return MAPPER.adapter(type).toValue(java, MAPPER.nesting());
  }

  static Object write(Object java) {
    return MAPPER.toValue(java);
  }

  static TypeDescription describe(Type type) {
    return MAPPER.adapter(type).describe();
  }

  static String refusal(Type type, @Nullable Object value) {
    return messageOf(() -> read(type, value));
  }

  static String refusal(TypeRef<?> type, @Nullable Object value) {
    return messageOf(() -> read(type, value));
  }

  static String declarationError(Type type) {
    return messageOf(() -> MAPPER.adapter(type));
  }

  static String declarationError(TypeRef<?> type) {
    return declarationError(type.type());
  }

  static String writeRefusal(Object java) {
    return messageOf(() -> write(java));
  }

  static String messageOf(Runnable conversion) {
    return String.valueOf(assertThrows(MappingException.class, conversion::run).getMessage());
  }
}
