package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.Struct;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.TypeDescription.Member;
import dev.farcall.mapping.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampledTypeTest {

  @Test
  void whatSomeStructsLackIsOptional() {
    assertEquals(
        List.of(
            new Member("a", TypeDescription.of(ValueType.I8), false),
            new Member("b", TypeDescription.of(ValueType.STRING), true),
            new Member("c", TypeDescription.of(ValueType.BOOLEAN), true)),
        members(
            List.of(
                new Struct().with("a", 1).with("b", "x"),
                new Struct().with("a", 5_000_000_000L).with("c", true))));
  }

  @Test
  void nilAndMixturesAreAnything() {
    assertEquals(
        List.of(
            new Member("a", TypeDescription.of(ValueType.ANY), true),
            new Member("b", TypeDescription.of(ValueType.ANY), false)),
        members(
            List.of(
                new Struct().with("a", null).with("b", 1),
                new Struct().with("a", null).with("b", "x"))));
  }

  @Test
  void emptyArrayHasAnyElement() {
    assertEquals(
        new TypeDescription(ValueType.ARRAY, null, null, List.of(), List.of()),
        SampledType.of("X", List.of()));
  }

  private static List<Member> members(List<Struct> structs) {
    TypeDescription element = SampledType.of("X", structs).element();
    assertEquals("X", element == null ? null : element.name());
    return element == null ? List.of() : element.members();
  }
}
