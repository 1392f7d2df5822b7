package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultExceptionTest {

  @ParameterizedTest
  @ValueSource(ints = {4, 0, -1, -31999, -32769, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void anApplicationMayUseEveryOtherCode(int code) {
    FaultException fault = new FaultException(code, "no such user");

    assertEquals(code, fault.code());
    assertEquals("no such user", fault.faultString());
    assertEquals("no such user", fault.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-32768, -32603, -32000})
  void anApplicationMayNotUseReservedCodes(int code) {
    assertEquals(
        "fault code " + code + " is reserved for the protocol (-32768 to -32000); use another",
        assertThrows(IllegalArgumentException.class, () -> new FaultException(code, "x"))
            .getMessage());
  }

  @Test
  void aFaultOfTheProtocolHasAReservedCode() {
    FaultException fault = FaultException.of(FaultCode.METHOD_NOT_FOUND, "no such method");

    assertEquals(-32601, fault.code());
    assertEquals(Map.of("faultCode", -32601, "faultString", "no such method"), fault.members());
  }

  @Test
  void theMembersAreTheTwoOfTheSpecification() {
    assertEquals(Map.of("faultCode", 4, "faultString", "x"), new FaultException(4, "x").members());
  }

  @Test
  void whatWasReceivedIsKeptAsItIs() {
    Struct members = new Struct().with("faultCode", "Client").with("faultString", "x");

    FaultException fault = FaultException.received(0, "x", members);

    assertEquals(0, fault.code());
    assertSame(members, fault.members());
  }

  @Test
  void aServerMayAnswerWithAnyCode() {
    assertEquals(-32603, FaultException.received(-32603, "x", new Struct()).code());
  }
}
