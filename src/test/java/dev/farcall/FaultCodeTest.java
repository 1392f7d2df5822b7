package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultCodeTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_WELL_FORMED, -32700",
    "UNSUPPORTED_ENCODING, -32701",
    "INVALID_CHARACTER, -32702",
    "INVALID_REQUEST, -32600",
    "METHOD_NOT_FOUND, -32601",
    "INVALID_PARAMS, -32602",
    "INTERNAL_ERROR, -32603",
    "APPLICATION_ERROR, -32500",
    "SYSTEM_ERROR, -32400",
    "TRANSPORT_ERROR, -32300",
    "ACCESS_DENIED, -32001",
    "LIMIT_EXCEEDED, -32002",
    "OVERLOADED, -32003",
    "DEADLINE_EXCEEDED, -32004",
    "STILL_RUNNING, -32005"
  })
  void theNumbersAreThoseOfTheDocument(FaultCode constant, int code) {
    assertEquals(code, constant.code());
    assertEquals(Optional.of(constant), FaultCode.of(code));
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeOfOursIsReserved(FaultCode constant) {
    assertTrue(FaultCode.isReserved(constant.code()));
  }

  @Test
  void anotherNumberIsNoneOfOurs() {
    assertEquals(Optional.empty(), FaultCode.of(0));
    assertEquals(Optional.empty(), FaultCode.of(-32699));
  }

  @ParameterizedTest
  @CsvSource({
    "-32769, false",
    "-32768, true",
    "-32099, true",
    "-32000, true",
    "-31999, false",
    "0, false",
    "32000, false",
    "-2147483648, false"
  })
  void theReservedRangeHasBothItsEnds(int code, boolean reserved) {
    assertEquals(reserved, FaultCode.isReserved(code));
  }
}
