package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MethodCallTest {

  @Test
  void aCallHasItsNameAndItsParams() {
    MethodCall call = MethodCall.of("sample.add", 1, null);

    assertEquals("sample.add", call.methodName());
    assertEquals(Arrays.asList(1, null), call.params());
  }

  @Test
  void blanksAroundTheNameArePartOfIt() {
    assertEquals("\n a b\t", MethodCall.of("\n a b\t").methodName());
    assertNotEquals(MethodCall.of("a"), MethodCall.of(" a "));
  }

  @Test
  void theParamsCannotBeChanged() {
    assertThrows(
        UnsupportedOperationException.class, () -> MethodCall.of("a", 1).params().set(0, 2));
  }

  @Test
  void callsAreEqualByNameAndParams() {
    assertEquals(MethodCall.of("a", 1, 2), new MethodCall("a", List.of(1, 2)));
    assertEquals(MethodCall.of("a", 1).hashCode(), MethodCall.of("a", 1).hashCode());
    assertNotEquals(MethodCall.of("a", 1), MethodCall.of("b", 1));
    assertNotEquals(MethodCall.of("a", 1), MethodCall.of("a"));
  }

  @Test
  void theTextTellsTheNameAndNotTheParams() {
    assertEquals("login with 2 params", MethodCall.of("login", "ada", "secret").toString());
  }
}
