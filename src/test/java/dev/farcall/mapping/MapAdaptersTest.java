package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.declarationError;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static dev.farcall.mapping.Trip.writeRefusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.MappingException;
import dev.farcall.Struct;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MapAdaptersTest {
  private static final TypeRef<Map<String, Long>> LONGS = new TypeRef<>() {};
  private static final Struct BA = new Struct().with("b", 1).with("a", 2);

  static final class Ages extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void valuesAreOfTheirTypeInTheirOrder() {
    assertEquals("{b=1, a=2}", String.valueOf(read(LONGS, BA)));
    assertEquals(Map.of("a", 2L, "b", 1L), read(LONGS, BA));
    assertEquals(new Struct().with("a", 1L), write(LONGS, Map.of("a", 1L)));
  }

  @Test
  void interfacesHaveTheirClasses() {
    assertEquals(LinkedHashMap.class, read(LONGS, BA).getClass());
    assertEquals(TreeMap.class, read(new TypeRef<SortedMap<String, Long>>() {}, BA).getClass());
    assertEquals(TreeMap.class, read(new TypeRef<NavigableMap<String, Long>>() {}, BA).getClass());
    assertEquals(
        ConcurrentHashMap.class,
        read(new TypeRef<ConcurrentMap<String, Long>>() {}, BA).getClass());
  }

  @Test
  void classesBecomeThemselves() {
    assertEquals(HashMap.class, read(HashMap.class, BA).getClass());
    assertEquals(LinkedHashMap.class, read(LinkedHashMap.class, BA).getClass());
    assertEquals(TreeMap.class, read(TreeMap.class, BA).getClass());
    assertEquals(Ages.class, read(Ages.class, BA).getClass());
  }

  @Test
  void subclassKnowsItsValues() {
    assertEquals(
        "a: expected int, got string \"x\"", refusal(Ages.class, new Struct().with("a", "x")));
  }

  @Test
  void objectsAreTheStructThatCame() {
    assertSame(BA, read(new TypeRef<Map<String, Object>>() {}, BA));
    assertSame(BA, read(new TypeRef<Map<String, ?>>() {}, BA));
    assertSame(BA, read(Map.class, BA));
    assertSame(BA, read(Struct.class, BA));
  }

  @Test
  void structOfPlainValuesIsWrittenAsItIs() {
    Struct struct = new Struct().with("a", List.of(1)).with("nothing", null);
    assertSame(struct, write(struct));
    assertSame(struct, write(Struct.class, struct));
  }

  @Test
  void structOfOtherThingsIsWrittenAsACopy() {
    UUID id = new UUID(1, 2);
    Struct struct = new Struct().with("a", 1).with("id", id).with("z", 2);
    assertEquals(
        "{a=1, id=00000000-0000-0001-0000-000000000002, z=2}", String.valueOf(write(struct)));
    assertSame(id, struct.get("id"));
  }

  @Test
  void keysMayBeWhatIsWrittenAsText() {
    UUID id = new UUID(1, 2);
    assertEquals(
        Map.of(id, 1),
        read(new TypeRef<Map<UUID, Integer>>() {}, new Struct().with(id.toString(), 1)));
    assertEquals(
        new Struct().with("DAYS", 1),
        write(new TypeRef<Map<TimeUnit, Integer>>() {}, Map.of(TimeUnit.DAYS, 1)));
  }

  @Test
  void keysMayBeWholeNumbers() {
    assertEquals(
        Map.of(-7, "a"),
        read(new TypeRef<Map<Integer, String>>() {}, new Struct().with("-7", "a")));
    assertEquals(
        Map.of(7L, "a"), read(new TypeRef<Map<Long, String>>() {}, new Struct().with("7", "a")));
    assertEquals(
        Map.of(BigInteger.TEN, "a"),
        read(new TypeRef<Map<BigInteger, String>>() {}, new Struct().with("10", "a")));
    assertEquals(
        new Struct().with("7", "a"),
        write(new TypeRef<Map<Short, String>>() {}, Map.of((short) 7, "a")));
  }

  @Test
  void keyHasNoMoreDigitsThanANumber() {
    TypeRef<Map<BigInteger, String>> type = new TypeRef<>() {};
    String longest = "1".repeat(1_000);
    assertEquals(Map.of(new BigInteger(longest), "a"), read(type, new Struct().with(longest, "a")));
    MappingException e =
        assertThrows(
            MappingException.class, () -> read(type, new Struct().with(longest + "1", "a")));
    assertTrue(String.valueOf(e.getMessage()).contains("expected a whole number as the name"));
  }

  @Test
  void enumMapsWork() {
    Object read = read(new TypeRef<EnumMap<TimeUnit, Integer>>() {}, new Struct().with("DAYS", 1));
    assertEquals(new EnumMap<>(Map.of(TimeUnit.DAYS, 1)), read);
    assertEquals(EnumMap.class, read.getClass());
  }

  @Test
  void nameThatIsNoKeyIsRefused() {
    TypeRef<Map<Integer, String>> type = new TypeRef<>() {};
    assertEquals(
        "x: expected a whole number as the name, within range, got \"x\"",
        refusal(type, new Struct().with("x", "a")));
    assertEquals(
        "[\"+7\"]: expected a whole number as the name, within range, got \"+7\"",
        refusal(type, new Struct().with("+7", "a")));
    assertEquals(
        "x: expected a UUID, got string \"x\"",
        refusal(new TypeRef<Map<UUID, String>>() {}, new Struct().with("x", "a")));
  }

  @Test
  void twoNamesOfOneKeyAreRefused() {
    String id = "00000000-0000-0001-0000-00000000000a";
    assertEquals(
        id.toUpperCase(Locale.ROOT) + ": two members stand for the same key",
        refusal(
            new TypeRef<Map<UUID, String>>() {},
            new Struct().with(id, null).with(id.toUpperCase(Locale.ROOT), "b")));
    assertEquals(
        "PT1M: two members stand for the same key",
        refusal(
            new TypeRef<ConcurrentMap<Duration, String>>() {},
            new Struct().with("PT60S", "a").with("PT1M", "b")));
  }

  @Test
  void twoKeysOfOneNameAreRefused() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, null);
    map.put("1", "b");
    assertEquals("1: two members stand for the same key", writeRefusal(map));
  }

  @Test
  void keyThatIsNoTextIsADeclarationError() {
    assertEquals(
        "java.lang.Double cannot be the key of a map: names of members are text",
        declarationError(new TypeRef<Map<Double, String>>() {}));
    assertEquals(
        "java.util.List cannot be the key of a map: names of members are text",
        declarationError(new TypeRef<Map<List<String>, String>>() {}));
  }

  @Test
  void keysAtRunTimeGoByTheirClass() {
    assertEquals(new Struct().with("1", "a"), write(Map.of(1, "a")));
    assertEquals(new Struct().with("DAYS", "a"), write(Map.of(TimeUnit.DAYS, "a")));
    assertEquals(
        "[\"1.5\"]: java.lang.Double cannot be the key of a map: names of members are text",
        writeRefusal(Map.of(1.5, "a")));
  }

  @Test
  void nullKeyCannotTravel() {
    assertEquals(
        "null: the name of a member cannot be nil",
        writeRefusal(Collections.singletonMap(null, "a")));
  }

  @Test
  void nullValueIsNil() {
    assertEquals(new Struct().with("a", null), write(Collections.singletonMap("a", null)));
    assertEquals(Collections.singletonMap("a", null), read(LONGS, new Struct().with("a", null)));
    assertNull(read(LONGS, null));
  }

  @Test
  void mapWithoutNullRefusesNil() {
    assertEquals(
        "a: a ConcurrentMap cannot hold nil",
        refusal(new TypeRef<ConcurrentMap<String, Long>>() {}, new Struct().with("a", null)));
  }

  @Test
  void mismatchOfAValueHasItsPath() {
    assertEquals("a: expected i8, got string \"x\"", refusal(LONGS, new Struct().with("a", "x")));
    assertEquals(
        "[\"a b\\n\"][1]: expected i8, got string \"x\"",
        refusal(
            new TypeRef<Map<String, long[]>>() {}, new Struct().with("a b\n", List.of(1, "x"))));
  }

  @Test
  void otherValuesAreRefused() {
    assertEquals("expected struct, got array", refusal(LONGS, List.of()));
  }

  @Test
  void valueThatCannotTravelIsADeclarationErrorWithItsPath() {
    assertEquals(
        "Map<String, Thread>[]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        declarationError(new TypeRef<Map<String, Thread>>() {}));
  }

  @Test
  void isDescribedWithItsElement() {
    assertEquals(
        new TypeDescription(
            ValueType.STRUCT, null, TypeDescription.of(ValueType.I8), List.of(), List.of()),
        Trip.describe(LONGS.type()));
  }
}
