package dev.farcall.mapping;

import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text, and what is written as text: characters, enums by the name of the constant, UUID, URI. */
final class TextAdapters implements TypeAdapter.Factory {
  private static final TypeAdapter<Character> CHAR =
      text("a string of one character", TextAdapters::toCharacter);

  private static final Map<Type, TypeAdapter<?>> ADAPTERS =
      Map.of(
          String.class, text("string", it -> it),
          CharSequence.class, text("string", it -> it),
          StringBuilder.class, text("string", StringBuilder::new),
          char.class, new PrimitiveAdapter<>(CHAR),
          Character.class, CHAR,
          UUID.class, text("a UUID", TextAdapters::toUuid),
          URI.class, text("a URI", TextAdapters::toUri));

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(type);
    return raw.isEnum() ? enumOf(raw) : ADAPTERS.get(type);
  }

  /**
   * A type whose text is what {@code toString} gives.
   *
   * @param read answers null to text that is none
   */
  static <T> TypeAdapter<T> text(String expected, Function<String, @Nullable T> read) {
    return text(TypeDescription.of(ValueType.STRING), expected, read, Object::toString);
  }

  private static <T> TypeAdapter<T> text(
      TypeDescription description,
      String expected,
      Function<String, @Nullable T> read,
      Function<T, Object> write) {
    return new LeafAdapter<>(
        description, expected, value -> value instanceof String it ? read.apply(it) : null, write);
  }

  private static TypeAdapter<?> enumOf(Class<?> type) {
    Map<String, Enum<?>> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), (Enum<?>) constant);
    }
    List<String> names = List.copyOf(constants.keySet());
    TypeDescription description =
        new TypeDescription(ValueType.STRING, type.getSimpleName(), null, List.of(), names);
    String expected =
        names.isEmpty() ? "nothing, there are no constants" : String.join(", ", names);
    return text(description, "one of " + expected, constants::get, Enum::name);
  }

  private static @Nullable Character toCharacter(String text) {
    return text.length() == 1 ? text.charAt(0) : null;
  }

  private static @Nullable UUID toUuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      // It reads 1-2-3-4-5, too.
      return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable URI toUri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
