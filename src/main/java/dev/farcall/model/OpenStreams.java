package dev.farcall.model;

import dev.farcall.Binary;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the bytes in plain values that can be read only once. */
final class OpenStreams {

  // What is deeper, or goes round in a circle, is never written.
  private static final int DEEPEST = 500;

  private OpenStreams() {}

  /** Closes the streams. */
  static void close(@Nullable Object value) {
    boolean unused = none(value, OpenStreams::closed, 0);
  }

  /** Whether no stream has been read. */
  static boolean areUnread(@Nullable Object value) {
    return none(value, binary -> !binary.isReadable(), 0);
  }

  /** Whether there is no stream. */
  static boolean areNone(@Nullable Object value) {
    return none(value, binary -> !binary.isRepeatable(), 0);
  }

  private static boolean closed(Binary binary) {
    try {
      if (!binary.isRepeatable()) {
        binary.close();
      }
    } catch (RuntimeException e) {
      // Nobody wants anything of it any more.
      return false;
    }
    return false;
  }

  private static boolean none(@Nullable Object value, Predicate<Binary> found, int depth) {
    if (value instanceof Binary binary) {
      return !found.test(binary);
    } else if (depth == DEEPEST) {
      return false;
    } else if (value instanceof Map<?, ?> map) {
      return none(map.values(), found, depth);
    } else if (value instanceof Collection<?> values) {
      for (Object each : values) {
        if (!none(each, found, depth + 1)) {
          return false;
        }
      }
    }
    return true;
  }
}
