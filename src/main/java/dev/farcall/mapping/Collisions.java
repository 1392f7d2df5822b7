package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts the elements of a set, or the keys of a map, by their hash code. A peer that sends many
 * different ones with the same makes each of them be compared with all the others.
 */
final class Collisions {
  /** How many a set or a map may take the time to compare with each other. */
  static final int MOST = 1_000;

  // Those with an order of their own, by which a hash table finds them among equal hash codes.
  private static final Set<Class<?>> ORDERED =
      Set.of(
          String.class,
          CharSequence.class,
          Character.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          UUID.class,
          URI.class,
          Instant.class,
          OffsetDateTime.class,
          LocalTime.class,
          Duration.class);

  private final String things;
  private final Map<Integer, int[]> counts = new HashMap<>();

  private Collisions(String things) {
    this.things = things;
  }

  /** Of elements of a set, of which there are none so far. */
  static Collisions ofElements() {
    return new Collisions("elements have the same hash code, and a set");
  }

  /** Of keys of a map, of which there are none so far. */
  static Collisions ofKeys() {
    return new Collisions("keys have the same hash code, and a map");
  }

  /** Whether many of a class may be slow to find by their hash codes. */
  static boolean matterFor(Class<?> element) {
    return !element.isEnum() && !ORDERED.contains(element);
  }

  /**
   * Counts one more that is different from all before.
   *
   * @throws MappingException if too many have its hash code
   */
  void count(@Nullable Object element) {
    int hash = element == null ? 0 : element.hashCode();
    int[] count = counts.computeIfAbsent(hash, key -> new int[1]);
    count[0]++;
    if (count[0] > MOST) {
      throw new MappingException(
          "more than " + MOST + " " + things + " would take too long to compare them");
    }
  }
}
