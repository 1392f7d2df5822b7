package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StructTest {

  @Test
  void membersStayInTheOrderTheyWereAdded() {
    assertEquals("[z, a, m]", numbered("z", "a", "m").keySet().toString());
  }

  @Test
  void replacingKeepsThePlaceAndReturnsTheOldValue() {
    Struct struct = numbered("z", "a", "m");

    assertEquals(1, struct.put("a", "new"));
    assertEquals("{z=0, a=new, m=2}", struct.toString());
  }

  @Test
  void withReturnsTheStructItself() {
    Struct struct = new Struct();

    assertSame(struct, struct.with("a", 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 8, 9, 10, 100, 10_000})
  void everyMemberIsFoundWhateverTheSize(int size) {
    Struct struct = ofSize(size);

    assertEquals(size, struct.size());
    for (int i = 0; i < size; i++) {
      assertEquals(i, struct.get("m" + i));
    }
    assertFalse(struct.containsKey("m" + size));
    assertNull(struct.get("m" + size));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 9, 10, 30})
  void removingKeepsTheOthersAndTheirOrder(int size) {
    Struct struct = ofSize(size);

    assertEquals(1, struct.remove("m1"));
    assertNull(struct.remove("m1"));

    Map<String, Object> expected = mapOfSize(size);
    expected.remove("m1");
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(struct.keySet()));
    assertEquals(expected, struct);
    assertEquals(size - 1, struct.get("m" + (size - 1)));
  }

  @Test
  void aMemberCanBeAddedAgainAfterItWasRemoved() {
    Struct struct = ofSize(9);
    struct.remove("m0");

    struct.put("m0", "again");

    assertEquals("m0", List.copyOf(struct.keySet()).get(8));
    assertEquals("again", struct.get("m0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 9, 20})
  void theIteratorRemovesWhatItHandedOutLast(int size) {
    Struct struct = ofSize(size);

    struct.entrySet().removeIf(member -> ((Integer) member.getValue()) % 2 == 0);

    Map<String, Object> expected = mapOfSize(size);
    expected.entrySet().removeIf(member -> ((Integer) member.getValue()) % 2 == 0);
    assertEquals(expected, struct);
  }

  @Test
  void theIteratorRemovesNothingBeforeTheFirstMember() {
    Struct struct = numbered("a", "b");
    Iterator<?> members = struct.entrySet().iterator();

    assertThrows(IllegalStateException.class, members::remove);
    assertEquals("{a=0, b=1}", struct.toString());
  }

  @Test
  void theIteratorRemovesAMemberOnce() {
    Struct struct = numbered("a", "b", "c");
    Iterator<?> members = struct.entrySet().iterator();
    members.next();
    members.next();
    members.remove();

    assertThrows(IllegalStateException.class, members::remove);
    assertEquals("{a=0, c=2}", struct.toString());
  }

  @Test
  void theIteratorEnds() {
    Iterator<?> members = numbered("a").entrySet().iterator();
    members.next();

    assertFalse(members.hasNext());
    assertThrows(NoSuchElementException.class, members::next);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20})
  void clearingLeavesAnEmptyStructThatCanBeUsed(int size) {
    Struct struct = ofSize(size);

    struct.clear();

    assertTrue(struct.isEmpty());
    assertFalse(struct.containsKey("m0"));
    assertEquals(Map.of("x", 1), struct.with("x", 1));
  }

  @Test
  void theValueOfAnEntryWritesThrough() {
    Struct struct = numbered("a", "b");
    for (Map.Entry<String, @Nullable Object> member : struct.entrySet()) {
      assertNotEquals("new", member.setValue("new"));
    }

    assertEquals("{a=new, b=new}", struct.toString());
  }

  @Test
  void anEntryIsEqualToThatOfAnotherMap() {
    Map.Entry<String, @Nullable Object> member =
        new Struct().with("a", 1).entrySet().iterator().next();

    assertEquals(Map.entry("a", 1), member);
    assertEquals(Map.entry("a", 1).hashCode(), member.hashCode());
    assertNotEquals(Map.entry("a", 2), member);
    assertNotEquals(Map.entry("b", 1), member);
    assertEquals("a=1", member.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 20})
  void itIsEqualToAnyMapWithTheSameMembers(int size) {
    Map<String, Object> map = new HashMap<>(mapOfSize(size));

    assertEquals(map, ofSize(size));
    assertEquals(ofSize(size), map);
    assertEquals(map.hashCode(), ofSize(size).hashCode());
  }

  @Test
  void orderDoesNotMatterToEquality() {
    assertEquals(new Struct().with("a", 1).with("b", 2), new Struct().with("b", 2).with("a", 1));
  }

  @Test
  void aNilIsNotTheSameAsNoMember() {
    Struct struct = new Struct().with("a", null);

    assertTrue(struct.containsKey("a"));
    assertNull(struct.get("a"));
    assertNotEquals(new Struct().with("b", null), struct);
    assertNotEquals(new Struct(), struct);
  }

  @Test
  void forEachHandsOutEveryMemberInOrder() {
    List<String> seen = new ArrayList<>();

    new Struct().with("a", 1).with("b", null).forEach((name, value) -> seen.add(name + value));

    assertEquals(List.of("a1", "bnull"), seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20})
  void nothingIsFoundUnderNull(int size) {
    assertFalse(ofSize(size).containsKey(nothing()));
    assertNull(ofSize(size).get(nothing()));
    assertNull(ofSize(size).remove(nothing()));
  }

  @Test
  void namesAreNotNull() {
    Struct struct = new Struct();
    Map<@Nullable String, @Nullable Object> map = asAnyMap(struct);

    assertThrows(NullPointerException.class, () -> map.put(null, 1));
  }

  @Test
  void aCopyDoesNotFollowTheOriginal() {
    Struct original = ofSize(20);
    Struct copy = new Struct(original);

    original.put("m0", "changed");

    assertEquals(mapOfSize(20), copy);
  }

  @Test
  void namesWithEqualHashesAreToldApart() {
    Struct struct = numbered("AaAa", "BBBB", "AaBB", "BBAa", "1", "2", "3", "4", "5", "6");

    assertEquals(2, struct.get("AaBB"));
    assertEquals(1, struct.get("BBBB"));
  }

  private static @Nullable Object nothing() {
    return null;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<@Nullable String, @Nullable Object> asAnyMap(Map struct) {
    return struct;
  }

  private static Struct numbered(String... names) {
    Struct struct = new Struct();
    for (int i = 0; i < names.length; i++) {
      struct.put(names[i], i);
    }
    return struct;
  }

  private static Struct ofSize(int size) {
    return new Struct(mapOfSize(size));
  }

  private static Map<String, Object> mapOfSize(int size) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put("m" + i, i);
    }
    return map;
  }
}
