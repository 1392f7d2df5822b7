package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.Binary;
import dev.farcall.Struct;
import dev.farcall.testkit.CallDocuments;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets and maps of what a peer chose to have one hash code. */
final class CollisionsTest {
  private static final String REFUSAL =
      "[1000]: more than 1000 elements have the same hash code,"
          + " and a set would take too long to compare them";

  private record Pair(int a, int b) {}

  private static List<Object> many(int count, IntFunction<Object> each) {
    return IntStream.range(0, count).mapToObj(each).toList();
  }

  private static List<Object> colliding(int count) {
    return many(count, i -> List.of(i, -31 * i));
  }

  @Test
  void listsWithOneHashCodeAreRefused() {
    assertEquals(REFUSAL, refusal(new TypeRef<Set<List<Integer>>>() {}, colliding(20_000)));
    assertEquals(REFUSAL, refusal(new TypeRef<HashSet<List<Integer>>>() {}, colliding(20_000)));
    assertEquals(
        REFUSAL, refusal(new TypeRef<CopyOnWriteArraySet<Object>>() {}, colliding(20_000)));
  }

  @Test
  void recordsWithOneHashCodeAreRefused() {
    assertEquals(
        REFUSAL,
        refusal(
            new TypeRef<Set<Pair>>() {},
            many(20_000, i -> new Struct().with("a", i).with("b", -31 * i))));
  }

  @Test
  void bytesWithOneHashCodeAreRefused() {
    assertEquals(REFUSAL, refusal(new TypeRef<Set<Binary>>() {}, many(20_000, i -> bytes(i))));
  }

  // Each pair of bytes adds up to the same: 31 * (a + 1) + (b - 31) == 31 * a + b.
  private static Binary bytes(int number) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 16; i++) {
      int bit = number >> i & 1;
      bytes[2 * i] = (byte) bit;
      bytes[2 * i + 1] = (byte) (31 - 31 * bit);
    }
    return Binary.of(bytes);
  }

  @Test
  void oneThousandWithOneHashCodeAreTaken() {
    assertEquals(
        1_000, ((Set<?>) read(new TypeRef<Set<List<Integer>>>() {}, colliding(1_000))).size());
  }

  @Test
  void repetitionsAreNotCounted() {
    assertEquals(
        Set.of(List.of(1)),
        read(new TypeRef<Set<List<Integer>>>() {}, Collections.nCopies(5_000, List.of(1))));
  }

  @Test
  void differentHashCodesAreTaken() {
    assertEquals(
        5_000,
        ((Set<?>) read(new TypeRef<Set<List<Integer>>>() {}, many(5_000, i -> List.of(i)))).size());
  }

  @Test
  void textWithOneHashCodeIsTaken() {
    List<Object> texts =
        many(
            4_096,
            i ->
                IntStream.range(0, 12)
                    .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                    .reduce("", String::concat));
    assertEquals(4_096, ((Set<?>) read(new TypeRef<Set<String>>() {}, texts)).size());
  }

  @Test
  void setThatComparesEachWithEachTakesFew() {
    TypeRef<CopyOnWriteArraySet<Integer>> type = new TypeRef<>() {};
    assertEquals(
        "expected at most 1000 different elements for a CopyOnWriteArraySet, got 1001",
        refusal(type, many(1_001, i -> i)));
    Collection<?> read = (Collection<?>) read(type, many(1_000, i -> i));
    assertEquals(CopyOnWriteArraySet.class, read.getClass());
    assertEquals(1_000, read.size());
  }

  @Test
  void listThatCopiesWhenItGrowsIsFilledAtOnce() {
    assertEquals(
        many(100_000, i -> i),
        read(new TypeRef<CopyOnWriteArrayList<Integer>>() {}, many(100_000, i -> i)));
  }

  private static Struct collidingNames(int count) {
    Struct struct = new Struct();
    for (int i = 0; i < count; i++) {
      struct.put(CallDocuments.colliding(i), i);
    }
    return struct;
  }

  @Test
  void mapsThatCompareAllKeysOfOneHashCodeTakeAThousand() {
    String refusal =
        CallDocuments.colliding(1_000)
            + ": more than 1000 keys have the same hash code,"
            + " and a map would take too long to compare them";
    Struct names = collidingNames(1_001);
    assertEquals(refusal, refusal(new TypeRef<Hashtable<String, Integer>>() {}, names));
    assertEquals(refusal, refusal(new TypeRef<WeakHashMap<String, Integer>>() {}, names));
    Struct fewer = collidingNames(1_000);
    assertEquals(fewer, read(new TypeRef<Hashtable<String, Integer>>() {}, fewer));
    assertEquals(fewer, read(new TypeRef<WeakHashMap<String, Integer>>() {}, fewer));
  }

  @Test
  void mapsThatOrderTheirKeysTakeThemAll() {
    Struct names = collidingNames(10_000);
    assertEquals(names, read(new TypeRef<Map<String, Integer>>() {}, names));
    assertEquals(names, read(new TypeRef<HashMap<String, Integer>>() {}, names));
    assertEquals(names, read(new TypeRef<ConcurrentHashMap<String, Integer>>() {}, names));
    assertEquals(names, read(new TypeRef<TreeMap<String, Integer>>() {}, names));
  }
}
