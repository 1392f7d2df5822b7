package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.declarationError;
import static dev.farcall.mapping.Trip.messageOf;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static dev.farcall.mapping.Trip.writeRefusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.MappingException;
import dev.farcall.Struct;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueMapperTest {
  private record Address(String street, int zip) {}

  private record Person(String name, Optional<Address> address) {}

  private final ValueMapper mapper = ValueMapper.create();

  @Test
  void adapterOfATypeIsMadeOnce() {
    assertSame(mapper.adapter(Person.class), mapper.adapter(Person.class));
    assertSame(
        mapper.adapter(new TypeRef<List<Person>>() {}),
        mapper.adapter(new TypeRef<List<? extends Person>>() {}.type()));
  }

  @Test
  void adaptersBelongToTheirMapper() {
    assertNotSame(mapper.adapter(Person.class), ValueMapper.create().adapter(Person.class));
  }

  @Test
  void typeIsReadAgainFromMethods() throws NoSuchMethodException {
    Method method = ValueMapperTest.class.getDeclaredMethod("generic", List.class, Number.class);
    Type[] types = method.getGenericParameterTypes();
    assertEquals("[0]: expected a number, got string \"x\"", refusal(types[0], List.of("x")));
    assertEquals("expected a number, got string \"x\"", refusal(types[1], "x"));
  }

  @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
  private static <T extends Number, U extends T> void generic(List<? extends T> list, U other) {}

  @Test
  void pathLeadsThroughAllLevels() {
    TypeRef<Map<String, List<Person>>> type = new TypeRef<>() {};
    Struct address = new Struct().with("street", "Main").with("zip", "12a");
    Struct person = new Struct().with("name", "Ann").with("address", address);
    assertEquals(
        "staff[2].address.zip: expected int, got string \"12a\"",
        refusal(type, new Struct().with("staff", java.util.Arrays.asList(null, null, person))));
  }

  @Test
  void errorKnowsPathAndProblemApart() {
    MappingException e =
        assertThrows(MappingException.class, () -> read(int[].class, List.of(1, "x")));
    assertEquals("[1]", e.path());
    assertEquals("expected int, got string \"x\"", e.problem());
  }

  @Test
  void objectIsReadAsThePlainValue() {
    Struct struct = new Struct().with("class", "java.lang.Runtime");
    assertSame(struct, read(Object.class, struct));
    assertNull(read(Object.class, null));
  }

  static List<Object> plainValues() {
    return List.of(
        "a",
        1,
        1L,
        true,
        1.5,
        (byte) 1,
        (short) 1,
        1.5f,
        BigInteger.ONE,
        BigDecimal.ONE,
        DateTime.parse("20200102T12:30:00"),
        Binary.of(new byte[1]),
        List.of(),
        new Struct());
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void plainValuesAreWrittenAsTheyAre(Object value) {
    assertSame(value, write(value));
    assertSame(value, write(Object.class, value));
  }

  @Test
  void nullIsNil() {
    assertNull(mapper.toValue(null));
  }

  @Test
  void objectsAreWrittenByTheirClassAtRunTime() {
    List<Object> mixed = List.of('a', new Address("Main", 1), new int[] {1}, Optional.of("x"));
    assertEquals(
        List.of("a", new Struct().with("street", "Main").with("zip", 1), List.of(1), "x"),
        write(Object.class, mixed));
  }

  @Test
  void emptyOptionalInAListIsNil() {
    assertEquals(
        java.util.Arrays.asList("a", null), write(new ArrayList<>(List.of("a", Optional.empty()))));
  }

  @Test
  void voidTakesNothing() {
    assertNull(read(void.class, "dropped"));
    assertNull(read(Void.class, null));
    assertEquals(TypeDescription.of(ValueType.NIL), Trip.describe(void.class));
  }

  @Test
  void typesWithoutCounterpartAreADeclarationError() {
    String reason = " cannot travel: there is no XML-RPC type for it";
    assertEquals("java.lang.Thread" + reason, declarationError(Thread.class));
    assertEquals("java.lang.Class" + reason, declarationError(Class.class));
    assertEquals("java.util.Iterator" + reason, declarationError(java.util.Iterator.class));
  }

  @Test
  void objectThatCannotTravelIsAnErrorWithItsPath() {
    assertEquals(
        "a[1]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        writeRefusal(Map.of("a", List.of(1, Thread.currentThread()))));
  }

  @Test
  void bareObjectCannotTravel() {
    assertEquals(
        "java.lang.Object cannot travel: there is no XML-RPC type for it",
        writeRefusal(new Object()));
  }

  private record Holder(Optional<Thread> thread) {}

  private record Outer(Holder holder) {}

  @Test
  void failedTypeIsNotHalfKept() {
    assertEquals(declarationError(Outer.class), declarationError(Outer.class));
    assertEquals(
        "Holder.thread: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        declarationError(Holder.class));
  }

  /** Writes an address as one line. */
  private static final class AddressLine extends TypeAdapter<Address> {
    @Override
    public @Nullable Address fromValue(@Nullable Object value) {
      if (value instanceof String line) {
        String[] parts = line.split(" ", 2);
        return new Address(parts[1], Integer.parseInt(parts[0]));
      }
      throw mismatch(value);
    }

    @Override
    public Object toValue(Address java, Nesting nesting) {
      return java.zip() + " " + java.street();
    }

    @Override
    public TypeDescription describe() {
      return TypeDescription.of(ValueType.STRING);
    }
  }

  private final ValueMapper custom =
      ValueMapper.builder()
          .factory((type, outer) -> type == Address.class ? new AddressLine() : null)
          .build();

  @Test
  void factoriesOfTheUserComeFirst() {
    Person ann = new Person("Ann", Optional.of(new Address("Main", 12)));
    Struct struct = new Struct().with("name", "Ann").with("address", "12 Main");
    assertEquals(ann, custom.adapter(Person.class).fromValue(struct));
    assertEquals(struct, custom.toValue(ann));
    assertEquals("12 Main", custom.toValue(new Address("Main", 12)));
  }

  @Test
  void mismatchOfTheUsersTypeNamesItsWireType() {
    assertEquals(
        "expected string, got int 5", messageOf(() -> custom.adapter(Address.class).fromValue(5)));
  }

  @Test
  void factoryMayDecorateTheAdaptersOfParts() {
    ValueMapper shouting =
        ValueMapper.builder()
            .factory(
                (type, outer) ->
                    type.equals(new TypeRef<List<String>>() {}.type())
                        ? outer.adapter(int[].class)
                        : null)
            .build();
    assertEquals(
        "expected array, got string \"x\"",
        messageOf(() -> shouting.adapter(new TypeRef<List<String>>() {}).fromValue("x")));
  }

  @Test
  void depthIsAtLeastOne() {
    assertEquals(
        "max-depth is at least 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> ValueMapper.builder().maxDepth(0))
            .getMessage());
  }

  private record Tree(String name, List<Tree> children, Map<String, Forest> forests) {}

  private record Forest(Tree tree) {}

  @Test
  void threadsThatAskAtOnceGetWholeAdapters() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    Struct leaf =
        new Struct().with("name", "b").with("children", List.of()).with("forests", new Struct());
    Struct value = new Struct(leaf).with("children", List.of(leaf));
    value.put("forests", new Struct().with("f", new Struct().with("tree", leaf)));
    try {
      List<Future<Object>> trips = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Class<?> type = i % 2 == 0 ? Tree.class : Forest.class;
        Object in = i % 2 == 0 ? value : new Struct().with("tree", value);
        trips.add(
            threads.submit(
                () -> {
                  start.await();
                  return mapper.toValue(mapper.adapter(type).fromValue(in));
                }));
      }
      start.countDown();
      for (int i = 0; i < 20; i++) {
        assertEquals(i % 2 == 0 ? value : new Struct().with("tree", value), trips.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
  }

  private record A1(A2 a, A3 b, A4 c, A5 d, A6 e) {}

  private record A2(A1 a, A3 b, A4 c, A5 d, A6 e) {}

  private record A3(A1 a, A2 b, A4 c, A5 d, A6 e) {}

  private record A4(A1 a, A2 b, A3 c, A5 d, A6 e) {}

  private record A5(A1 a, A2 b, A3 c, A4 d, A6 e) {}

  private record A6(A1 a, A2 b, A3 c, A4 d, A5 e) {}

  @Test
  void descriptionOfTypesThatAllKnowEachOtherEnds() {
    int members = count(Trip.describe(A1.class));
    assertTrue(members >= 1000 && members < 1100, members + " members");
  }

  private static int count(TypeDescription description) {
    return description.members().stream().mapToInt(member -> 1 + count(member.type())).sum();
  }
}
