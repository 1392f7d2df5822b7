package dev.farcall.cli;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code name=value}, as an option takes it.
 *
 * @param name what stands before the first equals sign; may be empty
 * @param value what stands behind it; never empty
 */
record Assignment(String name, String value) {

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if there is no equals sign, or nothing behind it
   */
  static Assignment parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || equals == text.length() - 1) {
      throw new IllegalArgumentException("expected NAME=VALUE, got \"" + text + "\"");
    }
    return new Assignment(text.substring(0, equals), text.substring(equals + 1));
  }

  /** The same with this text in front of its name. */
  Assignment withPrefix(String prefix) {
    return new Assignment(prefix + name, value);
  }

  /**
   * The values by name.
   *
   * @throws IllegalArgumentException if two have one name
   */
  static Map<String, String> toMap(Collection<Assignment> assignments) {
    Map<String, String> map = new TreeMap<>();
    for (Assignment assignment : assignments) {
      if (map.put(assignment.name, assignment.value) != null) {
        throw new IllegalArgumentException(assignment.name + " is set twice");
      }
    }
    return map;
  }
}
