package dev.farcall.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginKeysTest {

  private static String account(Object... parts) {
    return LoginKeys.of(List.of(parts), CallContext.local()).account().orElseThrow();
  }

  private static String network(String address) {
    CallContext caller = CallContext.builder().peerAddress(address).build();
    return LoginKeys.of(List.of(), caller).network().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jos\u00e9",
        "JOSE",
        " jose\u00a0 ",
        "jose\u0301",
        "jo\u200bse",
        "\uff4a\uff4f\uff53\uff45",
        "jo\u017fe",
      })
  void spellingsThatADatabaseMayTakeForOneAreOne(String spelling) {
    assertEquals("jose", account(spelling));
  }

  @Test
  void lettersThatAreAlikeInTheUpperCaseOnlyAreOne() {
    assertEquals(account("STRASSE"), account("stra\u00dfe"));
    assertEquals(account("ILKER"), account("\u0131lker"));
  }

  @Test
  void otherAccountsAreOthers() {
    assertNotEquals(account("ann"), account("anna"));
    assertNotEquals(account("a", "b"), account("b", "a"));
    assertNotEquals(account("shop", "ann"), account("shopann"));
  }

  @Test
  void longNamesAreCut() {
    assertEquals("x".repeat(256), account("x".repeat(1_000_000)));
    assertEquals(256, account("\ufdfa".repeat(1_000)).length());
  }

  @Test
  void valuesCountByTheirText() {
    assertEquals(account(7), account(7L));
    assertEquals(
        account(UUID.fromString("1-1-1-1-1")),
        account(UUID.fromString("00000001-0001-0001-0001-000000000001")));
  }

  @Test
  void addressesOfAnIpv6NetworkAreOne() {
    assertEquals("20010db800010002", network("2001:db8:1:2:3:4:5:6"));
  }

  @Test
  void whatIsNotThereDoesNotCount() {
    LoginKeys keys = LoginKeys.of(List.of(), CallContext.local());
    assertEquals(new LoginKeys(Optional.empty(), Optional.empty()), keys);
  }
}
