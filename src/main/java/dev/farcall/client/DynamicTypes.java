package dev.farcall.client;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What dates and bytes are in the result of a call that asks for no type. */
public enum DynamicTypes {
  /** {@link DateTime} and {@link Binary}, as they came; Python's default. */
  WIRE,
  /**
   * Dates of {@code java.time}: {@link java.time.OffsetDateTime} where an offset came, and {@link
   * java.time.LocalDateTime} where none did; Python's {@code use_datetime}.
   */
  JAVA_TIME,
  /** The same, and {@code byte[]}; Python's {@code use_builtin_types}. */
  JAVA;

  @Nullable Object convert(@Nullable Object value) {
    return this == WIRE ? value : converted(value);
  }

  private @Nullable Object converted(@Nullable Object value) {
    if (value instanceof DateTime date) {
      LocalDateTime local = date.toLocalDateTime();
      return date.offset().<Object>map(local::atOffset).orElse(local);
    } else if (value instanceof Binary binary) {
      return this == JAVA ? bytes(binary) : binary;
    } else if (value instanceof Struct struct) {
      Struct copy = new Struct();
      struct.forEach((name, member) -> copy.put(name, converted(member)));
      return copy;
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(converted(element)));
      return copy;
    }
    return value;
  }

  private static byte[] bytes(Binary binary) {
    try (binary) {
      return binary.toByteArray();
    }
  }
}
