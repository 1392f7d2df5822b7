package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallDigestsTest {

  private static final CallDigests DIGESTS =
      new CallDigests(Codec.of(WireLimits.defaults(), Reading.STANDARD));

  private static String fingerprint(@Nullable Object... params) {
    return DIGESTS.fingerprint(MethodCall.of("m", params));
  }

  private static CallContext user(@Nullable String name) {
    return CallContext.builder().principal(() -> name).build();
  }

  @Test
  void membersHaveNoOrder() {
    Struct one = new Struct().with("a", 1).with("b", new Struct().with("c", 2).with("d", 3));
    Struct other = new Struct().with("b", new Struct().with("d", 3).with("c", 2)).with("a", 1);
    assertEquals(fingerprint(List.of(one)), fingerprint(List.of(other)));
  }

  @Test
  void otherValuesAreOtherCalls() {
    List<String> all =
        List.of(
            fingerprint(),
            fingerprint(1),
            fingerprint("1"),
            fingerprint(1.0),
            fingerprint(true),
            fingerprint(1, 2),
            fingerprint(2, 1),
            fingerprint(List.of(1, 2)),
            fingerprint(List.of(2, 1)),
            fingerprint(new Struct().with("a", 1)),
            fingerprint(new Struct().with("b", 1)),
            fingerprint(Arrays.asList(1, null)),
            fingerprint(Double.NaN),
            DIGESTS.fingerprint(MethodCall.of("n", 1)));
    assertEquals(all.size(), new HashSet<>(all).size());
  }

  private static CallContext at(@Nullable String address) {
    return CallContext.builder().peerAddress(address).build();
  }

  @Test
  void ownerIsAUserOrElseANetwork() {
    Set<String> all =
        Set.of(
            DIGESTS.owner(at(null)),
            DIGESTS.owner(at("192.0.2.1")),
            DIGESTS.owner(at("192.0.2.2")),
            DIGESTS.owner(at("2001:db8::1")),
            DIGESTS.owner(at("2001:db8:0:1::1")),
            DIGESTS.owner(user("192.0.2.1")),
            DIGESTS.owner(user(null)));
    assertEquals(7, all.size());
    all.forEach(owner -> assertTrue(owner.matches("[0-9a-f]{64}"), owner));
    assertEquals(DIGESTS.owner(at("2001:db8::1")), DIGESTS.owner(at("2001:db8::2")));
    assertEquals(
        DIGESTS.owner(user("ann")),
        DIGESTS.owner(user("ann").toBuilder().peerAddress("192.0.2.1").build()));
  }

  @Test
  void idIsOfTheCallerTheMethodAndTheKey() {
    Set<String> all =
        Set.of(
            DIGESTS.id("m", "k", CallContext.local()),
            DIGESTS.id("m", "k", user("ann")),
            DIGESTS.id("m", "k", user("bob")),
            DIGESTS.id("m", "k", user("")),
            DIGESTS.id("m", "k", user("nobody")),
            DIGESTS.id("m", "k2", user("ann")),
            DIGESTS.id("mk", "2", user("ann")),
            DIGESTS.id("m2", "k", user("ann")),
            DIGESTS.id("m", "k", user(null)),
            DIGESTS.id("m", "k", user("null")),
            DIGESTS.id("m", "k", user("annm")));
    assertEquals(11, all.size());
    assertEquals(DIGESTS.id("m", "k", user("ann")), DIGESTS.id("m", "k", user("ann")));
    all.forEach(id -> assertTrue(id.matches("[0-9a-f]{64}"), id));
  }
}
