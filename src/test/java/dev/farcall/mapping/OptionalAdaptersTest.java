package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class OptionalAdaptersTest {
  private static final TypeRef<Optional<Long>> MAYBE_LONG = new TypeRef<>() {};

  @Test
  void nilIsEmptyAndEmptyIsNil() {
    assertEquals(Optional.empty(), read(MAYBE_LONG, null));
    assertNull(write(MAYBE_LONG, Optional.empty()));
    assertNull(write(Optional.empty()));
  }

  @Test
  void contentIsOfItsType() {
    assertEquals(Optional.of(5L), read(MAYBE_LONG, 5));
    assertEquals(5L, write(MAYBE_LONG, Optional.of(5L)));
    assertEquals("expected i8, got string \"5\"", refusal(MAYBE_LONG, "5"));
  }

  @Test
  void primitiveOnesWorkAlike() {
    assertEquals(OptionalInt.of(5), read(OptionalInt.class, 5));
    assertEquals(OptionalLong.of(5), read(OptionalLong.class, 5));
    assertEquals(OptionalDouble.of(5), read(OptionalDouble.class, 5));
    assertEquals(OptionalInt.empty(), read(OptionalInt.class, null));
    assertEquals(OptionalLong.empty(), read(OptionalLong.class, null));
    assertEquals(OptionalDouble.empty(), read(OptionalDouble.class, null));
    assertEquals(5, write(OptionalInt.of(5)));
    assertEquals(5L, write(OptionalLong.of(5)));
    assertEquals(0.5, write(OptionalDouble.of(0.5)));
    assertNull(write(OptionalInt.empty()));
  }

  @Test
  void rawOneHoldsAnything() {
    assertEquals(Optional.of("a"), read(Optional.class, "a"));
  }

  @Test
  void contentByClassAtRunTime() {
    assertEquals(List.of(1), write(Optional.of(new int[] {1})));
  }

  @Test
  void isDescribedAsItsContent() {
    assertEquals(TypeDescription.of(ValueType.I8), Trip.describe(MAYBE_LONG.type()));
    assertEquals(TypeDescription.of(ValueType.INT), Trip.describe(OptionalInt.class));
  }

  @Test
  void contentThatCannotTravelIsADeclarationError() {
    assertEquals(
        "java.lang.Thread cannot travel: there is no XML-RPC type for it",
        Trip.declarationError(new TypeRef<Optional<Thread>>() {}));
  }
}
