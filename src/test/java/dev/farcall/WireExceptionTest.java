package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class WireExceptionTest {

  @Test
  void thePlaceStandsBehindTheProblem() {
    Exception cause = new Exception();
    WireException e = new WireException(FaultCode.NOT_WELL_FORMED, "no end tag", 3, 14, cause);

    assertEquals("no end tag (line 3, column 14)", e.getMessage());
    assertEquals("no end tag", e.problem());
    assertEquals(3, e.line());
    assertEquals(14, e.column());
    assertEquals(FaultCode.NOT_WELL_FORMED, e.code());
    assertSame(cause, e.getCause());
  }

  @Test
  void withoutAPlaceThereIsOnlyTheProblem() {
    WireException e = new WireException(FaultCode.INTERNAL_ERROR, "cannot be written");

    assertEquals("cannot be written", e.getMessage());
    assertEquals("cannot be written", e.problem());
    assertEquals(-1, e.line());
    assertEquals(-1, e.column());
  }
}
