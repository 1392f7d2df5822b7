package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

/** Callers without a user. */
final class CallersTest {

  @Test
  void addressesOfAnIpv6NetworkAreOneCaller() {
    HttpServletRequest request = new RequestStub().from("2001:db8::1").build();

    assertEquals("address 20010db800000000", Callers.of(request));
    assertEquals("address 2001:db8::1", Callers.shown(request));
  }

  @Test
  void addressesThatTheContainerDoesNotKnowAreOneCaller() {
    HttpServletRequest request = mock(HttpServletRequest.class);

    assertEquals("address null", Callers.of(request));
    assertEquals("address null", Callers.shown(request));
  }
}
