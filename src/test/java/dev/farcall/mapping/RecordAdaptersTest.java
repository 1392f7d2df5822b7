package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.declarationError;
import static dev.farcall.mapping.Trip.describe;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.Struct;
import dev.farcall.XmlRpcMember;
import dev.farcall.XmlRpcStruct;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IllegalFormatWidthException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked
@SuppressWarnings({
  "UnusedMethod", // Called by the mapper.
  "ArrayRecordComponent" // Handlers have them.
})
final class RecordAdaptersTest {
  private static Struct struct(String name, @Nullable Object value) {
    return new Struct().with(name, value);
  }

  private record Point(int x, int y) {}

  @Test
  void componentsAreMembers() {
    Struct struct = struct("x", 1).with("y", 2);
    assertEquals(new Point(1, 2), read(Point.class, struct));
    assertEquals(struct, write(Point.class, new Point(1, 2)));
    assertEquals(struct, write(new Point(1, 2)));
  }

  @Test
  void orderOfMembersDoesNotMatter() {
    assertEquals(new Point(1, 2), read(Point.class, struct("y", 2).with("x", 1)));
  }

  @Test
  void nilIsNull() {
    assertNull(read(Point.class, null));
  }

  @Test
  void otherValuesAreRefused() {
    assertEquals("expected struct, got string \"1,2\"", refusal(Point.class, "1,2"));
  }

  @Test
  void absentMemberIsRefused() {
    assertEquals(
        "y: expected int, but the member is missing", refusal(Point.class, struct("x", 1)));
  }

  @Test
  void nilMemberIsRefused() {
    assertEquals("y: expected int, got nil", refusal(Point.class, struct("x", 1).with("y", null)));
  }

  private record Holder(Object any) {}

  @Test
  void memberOfAnyTypeMustBeThereToo() {
    assertEquals(
        "any: expected a value, but the member is missing", refusal(Holder.class, new Struct()));
    assertEquals("any: expected a value, got nil", refusal(Holder.class, struct("any", null)));
  }

  private record Address(String street, String zip) {}

  private record Person(String name, List<Address> addresses) {}

  @Test
  void mismatchHasItsPath() {
    Struct address = struct("street", "Main").with("zip", 12);
    Struct person = struct("name", "Ann").with("addresses", List.of(address));
    assertEquals("addresses[0].zip: expected string, got int 12", refusal(Person.class, person));
  }

  @Test
  void unknownMembersAreIgnored() {
    assertEquals(
        new Point(1, 2), read(Point.class, struct("x", 1).with("y", 2).with("class", "evil")));
  }

  @XmlRpcStruct(unknown = XmlRpcStruct.Unknown.REFUSE)
  private record Strict(int x) {}

  @Test
  void unknownMembersAreRefusedWhereTheRuleSaysSo() {
    assertEquals("unknown member \"y\"", refusal(Strict.class, struct("x", 1).with("y", 2)));
    Struct many = struct("x", 1);
    for (String name : "a b c d e f g".split(" ", -1)) {
      many.put(name, 0);
    }
    assertEquals(
        "unknown members \"a\", \"b\", \"c\", \"d\", \"e\" and 2 more",
        refusal(Strict.class, many));
  }

  private record Loose(
      Optional<String> maybe,
      OptionalInt number,
      @XmlRpcMember(optional = true) int count,
      @XmlRpcMember(optional = true) boolean flag,
      @XmlRpcMember(optional = true) @Nullable String text) {}

  private static final Loose EMPTY =
      new Loose(Optional.empty(), OptionalInt.empty(), 0, false, null);

  @Test
  void optionalMembersMayBeAbsent() {
    assertEquals(EMPTY, read(Loose.class, new Struct()));
  }

  @Test
  void optionalMembersMayBeNil() {
    Struct nils = struct("maybe", null).with("number", null).with("count", null);
    assertEquals(EMPTY, read(Loose.class, nils.with("flag", null).with("text", null)));
  }

  @Test
  void emptyComponentsAreLeftOut() {
    assertEquals(struct("count", 0).with("flag", false), write(EMPTY));
  }

  @Test
  void nullComponentsAreLeftOutEvenIfTheyMustBeThere() {
    Address[] holes = {null};
    assertEquals(Arrays.asList((Object) null), write(holes));
    assertEquals(new Struct(), write(new Holder(HOLES[0])));
  }

  @XmlRpcStruct(optional = true)
  private record AllOptional(int a, @Nullable String b) {}

  @Test
  void wholeRecordMayBeOptional() {
    assertEquals(new AllOptional(0, null), read(AllOptional.class, new Struct()));
  }

  private record Renamed(
      @XmlRpcMember(name = "class") String type, @XmlRpcMember(name = "a b") int ab) {}

  @Test
  void memberMayHaveAnotherName() {
    Struct struct = struct("class", "x").with("a b", 1);
    assertEquals(new Renamed("x", 1), read(Renamed.class, struct));
    assertEquals(struct, write(new Renamed("x", 1)));
    assertEquals(
        "[\"a b\"]: expected int, got string \"1\"",
        refusal(Renamed.class, struct("class", "x").with("a b", "1")));
  }

  private record Twice(int a, @XmlRpcMember(name = "a") int b) {}

  @Test
  void twoMembersOfOneNameAreADeclarationError() {
    assertEquals(
        Twice.class.getTypeName() + " cannot travel: two of its members are named \"a\"",
        declarationError(Twice.class));
  }

  private record Page<T>(List<T> items, Optional<T> first) {}

  private record Book(Page<Long> page) {}

  @Test
  void genericRecordKnowsItsArguments() {
    Struct struct = struct("items", List.of(1)).with("first", 2);
    assertEquals(
        new Page<>(List.of(1L), Optional.of(2L)), read(new TypeRef<Page<Long>>() {}, struct));
    assertEquals(
        "page.items[0]: expected i8, got string \"x\"",
        refusal(Book.class, struct("page", struct("items", List.of("x")))));
  }

  @Test
  void genericRecordWithoutArgumentsHoldsAnything() {
    Page<?> page = new Page<>(List.of(new Point(1, 2)), Optional.empty());
    assertEquals(struct("items", List.of(struct("x", 1).with("y", 2))), write(page));
  }

  private record Node(String name, List<Node> children) {}

  @Test
  void recordMayContainItself() {
    Node tree = new Node("a", List.of(new Node("b", List.of())));
    Struct struct =
        struct("name", "a")
            .with("children", List.of(struct("name", "b").with("children", List.of())));
    assertEquals(tree, read(Node.class, struct));
    assertEquals(struct, write(tree));
  }

  private record Employee(String name, Optional<Office> office) {}

  private record Office(List<Employee> staff) {}

  @Test
  void recordsMayContainEachOther() {
    Struct struct = struct("staff", List.of(struct("name", "Ann")));
    Office office = new Office(List.of(new Employee("Ann", Optional.empty())));
    assertEquals(office, read(Office.class, struct));
    assertEquals(
        struct("name", "x").with("office", struct),
        write(Employee.class, new Employee("x", Optional.of(office))));
  }

  private record Growing<T>(List<Growing<List<T>>> next) {}

  @Test
  void recordOfEverLargerTypesIsADeclarationError() {
    String message = declarationError(new TypeRef<Growing<String>>() {});
    assertEquals(
        "it contains ever larger types, without end",
        message.substring(message.lastIndexOf(": ") + 2));
  }

  private record Worker(Map<String, List<Thread>> threads) {}

  private record Team(Worker[] workers) {}

  @Test
  void typeThatCannotTravelIsADeclarationErrorWithItsPath() {
    assertEquals(
        "Team.workers[].threads[][]: java.lang.Thread cannot travel:"
            + " there is no XML-RPC type for it",
        declarationError(Team.class));
  }

  private static final Object[] HOLES = new Object[1];

  private record Checked(String text) {
    Checked {
      switch (text) {
        case "illegal" -> throw new IllegalArgumentException("the text is illegal");
        case "null" -> Objects.requireNonNull(null, "something is null");
        case "time" -> throw new DateTimeException("there is no such day");
        case "state" -> throw new IllegalStateException("secret");
        case "machine" -> text = HOLES[0].toString();
        case "fault" -> throw new FaultException(7, "no");
        case "enum" -> text = TimeUnit.valueOf(text).name();
        case "number" -> Integer.parseInt(text);
        case "date" -> text = LocalDate.MAX.plusDays(1).toString();
        case "inner" -> new ConcurrentLinkedQueue<String>().add(null);
        case "subclass" -> throw new IllegalFormatWidthException(1);
        case "long" -> throw new IllegalArgumentException("no \"x\"\n\u202e" + "y".repeat(300));
        case "wordless" -> throw new IllegalArgumentException();
        default -> {}
      }
    }
  }

  private static String constructed(String text) {
    return refusal(new TypeRef<List<Checked>>() {}, List.of(struct("text", text)));
  }

  @Test
  void checkOfTheConstructorSpeaksForItself() {
    assertEquals("[0]: the text is illegal", constructed("illegal"));
    assertEquals("[0]: something is null", constructed("null"));
    assertEquals("[0]: there is no such day", constructed("time"));
  }

  @Test
  void otherExceptionsOfTheConstructorStayPrivate() {
    assertEquals("[0]: the value was refused", constructed("state"));
    assertEquals("[0]: the value was refused", constructed("machine"));
    assertEquals("[0]: the value was refused", constructed("wordless"));
    assertEquals("[0]: the value was refused", constructed("subclass"));
  }

  @Test
  void wordsOfThePlatformStayPrivate() {
    assertEquals("[0]: the value was refused", constructed("enum"));
    assertEquals("[0]: the value was refused", constructed("number"));
    assertEquals("[0]: the value was refused", constructed("date"));
    assertEquals("[0]: the value was refused", constructed("inner"));
  }

  @Test
  void wordsOfTheConstructorAreEscapedAndCut() {
    assertEquals("[0]: no \"x\"\\n\\u202e" + "y".repeat(248) + "...", constructed("long"));
  }

  @Test
  void causeIsKept() {
    MappingException thrown =
        assertThrows(MappingException.class, () -> read(Checked.class, struct("text", "state")));
    assertEquals(IllegalStateException.class, thrown.getCause().getClass());
  }

  @Test
  void faultOfTheConstructorIsTheAnswer() {
    assertThrows(FaultException.class, () -> read(Checked.class, struct("text", "fault")));
  }

  private record Many(int... numbers) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Many that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  @Test
  void recordWithDotsTakesAnArray() {
    assertEquals(new Many(1, 2), read(Many.class, struct("numbers", List.of(1, 2))));
  }

  private record Lazy(int value) {
    @Override
    public int value() {
      throw new IllegalStateException("not yet");
    }
  }

  @Test
  void exceptionOfAnAccessorIsThrownAsItIs() {
    assertEquals(
        "not yet",
        assertThrows(IllegalStateException.class, () -> write(new Lazy(1))).getMessage());
  }

  private record Nothing() {}

  @Test
  void recordWithoutComponentsIsAnEmptyStruct() {
    assertEquals(new Nothing(), read(Nothing.class, struct("a", 1)));
    assertEquals(new Struct(), write(new Nothing()));
  }

  @Test
  void isDescribedWithItsMembers() {
    TypeDescription string = TypeDescription.of(ValueType.STRING);
    TypeDescription node =
        new TypeDescription(ValueType.STRUCT, "Node", null, List.of(), List.of());
    TypeDescription nodes = new TypeDescription(ValueType.ARRAY, null, node, List.of(), List.of());
    assertEquals(
        new TypeDescription(
            ValueType.STRUCT,
            "Node",
            null,
            List.of(
                new TypeDescription.Member("name", string, false),
                new TypeDescription.Member("children", nodes, false)),
            List.of()),
        describe(Node.class));
  }

  @Test
  void descriptionShowsAMemberTwiceUnlessItIsInsideOfItself() {
    record Line(Point from, Point to) {}

    TypeDescription line = describe(Line.class);
    assertEquals(describe(Point.class), line.members().get(0).type());
    assertEquals(describe(Point.class), line.members().get(1).type());
  }

  @Test
  void descriptionOfEachOfTwoIsWholeWhicheverIsAskedFirst() {
    TypeDescription office = describe(Office.class).members().get(0).type().element();
    assertEquals(List.of("name", "office"), names(office));
    TypeDescription employee = describe(Employee.class).members().get(1).type();
    assertEquals(List.of("staff"), names(employee));
  }

  private static List<String> names(TypeDescription description) {
    return description.members().stream().map(TypeDescription.Member::name).toList();
  }

  @Test
  void optionalMembersAreDescribedSo() {
    assertEquals(
        List.of(true, true, true, true, true),
        describe(Loose.class).members().stream().map(TypeDescription.Member::optional).toList());
  }
}
