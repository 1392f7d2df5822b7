package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeerNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "::1, 0000000000000000",
    "[::1], 0000000000000000",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "2001:DB8:1:2::, 20010db800010002",
    "fe80::1%eth0, fe80000000000000",
    "[fe80::1%eth0], fe80000000000000",
    "::ffff:192.0.2.1, 192.0.2.1",
    "a:b, a:b",
    "host:name, host:name",
    "unknown, unknown",
  })
  void addressesOfAnIpv6NetworkAreOne(String address, String network) {
    assertEquals(network, PeerNetwork.of(address));
  }

  @Test
  void whatIsNoAddressIsCut() {
    assertEquals("x".repeat(256), PeerNetwork.of("x".repeat(1000)));
    assertEquals(":".repeat(256), PeerNetwork.of(":".repeat(1000)));
  }
}
