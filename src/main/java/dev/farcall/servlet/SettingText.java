package dev.farcall.servlet;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the text of a setting to its value, by the type that the setting has. */
final class SettingText {

  // The largest number of 18 digits, all of which fit a long.
  private static final long LARGEST = 999_999_999_999_999_999L;

  private SettingText() {}

  /**
   * The value that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none; the message says what was expected
   */
  static Object parse(String text, Class<?> type) {
    if (type == long.class) {
      return number(text, LARGEST);
    }
    if (type == int.class) {
      return (int) number(text, Integer.MAX_VALUE);
    }
    if (type.isEnum()) {
      return constant(text, type);
    }
    if (type == ZoneId.class) {
      return zone(text);
    }
    if (type == Set.class) {
      return list(text);
    }
    if (type == List.class) {
      return items(text).toList();
    }
    if (type == String.class) {
      return word(text);
    }
    if (type == Path.class) {
      return path(text);
    }
    throw new IllegalStateException("no setting can be a " + type.getName());
  }

  /** {@code maxDepth} and {@code PER_REQUEST} as {@code max-depth} and {@code per-request}. */
  static String kebab(String javaName) {
    String dashed = javaName.replace('_', '-').replaceAll("([a-z0-9])([A-Z])", "$1-$2");
    return dashed.toLowerCase(Locale.ROOT);
  }

  private static long number(String text, long max) {
    long number = text.strip().matches("[0-9]{1,18}") ? Long.parseLong(text.strip()) : 0;
    if (number < 1 || number > max) {
      throw new IllegalArgumentException("expected a whole number from 1 to " + max);
    }
    return number;
  }

  private static Object constant(String text, Class<?> type) {
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) {
      if (kebab(constant.toString()).equals(text.strip())) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        Arrays.stream(constants)
            .map(constant -> kebab(constant.toString()))
            .collect(Collectors.joining(", ", "expected one of ", "")));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a time zone, as UTC or Europe/Berlin", e);
    }
  }

  private static String word(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("expected text");
    }
    return text.strip();
  }

  private static Path path(String text) {
    try {
      return Path.of(word(text));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("expected a path of a file or directory", e);
    }
  }

  private static Set<String> list(String text) {
    return items(text)
        .map(item -> item.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(item -> !item.isEmpty());
  }
}
