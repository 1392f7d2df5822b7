package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MethodResponseTest {

  @Test
  void anAnswerHasOneValue() {
    MethodResponse response = MethodResponse.of(5);

    assertEquals(5, response.value());
    assertEquals(List.of(5), response.params());
    assertEquals(Optional.empty(), response.fault());
  }

  @Test
  void nilIsAValue() {
    MethodResponse response = MethodResponse.of((Object) null);

    assertNull(response.value());
    assertEquals(Collections.singletonList(null), response.params());
    assertEquals(Optional.empty(), response.fault());
  }

  @Test
  void askingAFaultForItsValueThrowsIt() {
    MethodResponse response = MethodResponse.of(new Fault(4, "too many"));

    FaultException thrown = assertThrows(FaultException.class, response::value);

    assertEquals(4, thrown.code());
    assertEquals("too many", thrown.getMessage());
    assertEquals(List.of(), response.params());
    assertEquals(Optional.of(new Fault(4, "too many")), response.fault());
  }

  @Test
  void answersAreEqualByWhatTheyHold() {
    assertEquals(MethodResponse.of(5), MethodResponse.of(5));
    assertEquals(MethodResponse.of(5).hashCode(), MethodResponse.of(5).hashCode());
    assertNotEquals(MethodResponse.of(5), MethodResponse.of(5L));
    assertNotEquals(MethodResponse.of("x"), MethodResponse.of(new Fault(0, "x")));
    assertEquals(MethodResponse.of(new Fault(0, "x")), MethodResponse.of(new Fault(0, "x")));
  }

  @Test
  void theTextTellsAFaultAndNoValue() {
    assertEquals("a value", MethodResponse.of("secret").toString());
    assertEquals("fault 4: too many", MethodResponse.of(new Fault(4, "too many")).toString());
  }
}
