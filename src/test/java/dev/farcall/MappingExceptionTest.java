package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class MappingExceptionTest {

  @Test
  void aProblemAtTheValueItselfHasNoPath() {
    MappingException e = new MappingException("expected int, got string \"12a\"");

    assertEquals("", e.path());
    assertEquals("expected int, got string \"12a\"", e.problem());
    assertEquals("expected int, got string \"12a\"", e.getMessage());
  }

  @Test
  void thePathGrowsFromTheInside() {
    MappingException e =
        new MappingException("expected int").at("zip").at("address").at("[2]").at("params");

    assertEquals("params[2].address.zip", e.path());
    assertEquals("params[2].address.zip: expected int", e.getMessage());
    assertEquals("expected int", e.problem());
  }

  @Test
  void indexesStandBehindEachOther() {
    assertEquals("a[1][0].b", new MappingException("x").at("b").at("[0]").at("[1]").at("a").path());
  }

  @Test
  void theCauseAndTheStackTraceStay() {
    Exception cause = new Exception();
    MappingException inner = new MappingException("zip", "x", cause);

    MappingException outer = inner.at("address");

    assertSame(cause, outer.getCause());
    assertArrayEquals(inner.getStackTrace(), outer.getStackTrace());
  }
}
