package dev.farcall.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoginThrottleTest {

  private static final String REFUSED =
      "too many failed logins; try again later (settings login-failures-per-account,"
          + " login-failures-per-address, login-failure-seconds)";

  // Near its end, since such a clock may overflow.
  private long now = Long.MAX_VALUE - Duration.ofSeconds(400).toNanos();
  private final LoginThrottle throttle = new LoginThrottle(LoginLimits.DEFAULTS, () -> now);

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private static LoginKeys keys(String account, String network) {
    return new LoginKeys(Optional.of(account), Optional.of(network));
  }

  /** How many of some attempts are run; none of them succeeds. */
  private long fail(int attempts, String account, String network) {
    return IntStream.range(0, attempts).filter(i -> mayTry(account, network)).count();
  }

  private boolean mayTry(String account, String network) {
    try {
      throttle.begin(keys(account, network));
      return true;
    } catch (FaultException e) {
      return false;
    }
  }

  @Test
  void refusalNamesTheSettings() {
    fail(5, "ann", "a");
    FaultException e = assertThrows(FaultException.class, () -> throttle.begin(keys("ann", "a")));
    assertEquals(FaultCode.ACCESS_DENIED.code(), e.code());
    assertEquals(REFUSED, e.faultString());
  }

  @Test
  void accountIsLockedFromEverywhere() {
    assertEquals(5, fail(100, "ann", "a"));
    assertEquals(0, fail(1, "ann", "b"));
    assertEquals(1, fail(1, "bob", "a"));
  }

  @Test
  void addressIsLockedForAllAccounts() {
    assertEquals(20, IntStream.range(0, 100).filter(i -> mayTry("u" + i, "a")).count());
    assertEquals(1, fail(1, "ann", "b"));
  }

  @Test
  void refusalOfAnAddressDoesNotCountForTheAccount() {
    IntStream.range(0, 20).forEach(i -> fail(1, "u" + i, "a"));
    assertEquals(0, fail(100, "ann", "a"));
    assertEquals(5, fail(100, "ann", "b"));
  }

  @Test
  void everyFailureIsForgottenInItsTime() {
    fail(1, "ann", "a");
    pass(200);
    fail(4, "ann", "a");
    pass(99);
    assertEquals(0, fail(1, "ann", "a"));
    pass(1);
    assertEquals(1, fail(100, "ann", "a"));
    pass(200);
    assertEquals(4, fail(100, "ann", "a"));
  }

  @Test
  void clockMayOverflow() {
    pass(300);
    fail(5, "ann", "a");
    pass(200);
    assertTrue(now < 0);
    assertEquals(0, fail(1, "ann", "a"));
    pass(100);
    assertEquals(5, fail(100, "ann", "a"));
  }

  @Test
  void refusedAttemptsDoNotProlongTheLock() {
    fail(5, "ann", "a");
    for (int i = 0; i < 299; i++) {
      pass(1);
      assertEquals(0, fail(10, "ann", "a"));
    }
    pass(1);
    assertEquals(5, fail(10, "ann", "a"));
  }

  @Test
  void successTakesBackItsOwnAttemptAlone() {
    fail(4, "ann", "a");
    for (int i = 0; i < 100; i++) {
      throttle.begin(keys("ann", "a")).succeed();
    }
    assertEquals(1, fail(100, "ann", "a"));
  }

  @Test
  void ownAccountDoesNotHelpAtThoseOfOthers() {
    for (int i = 0; i < 19; i++) {
      fail(1, "u" + i, "a");
      throttle.begin(keys("mallory", "a")).succeed();
    }
    assertEquals(1, fail(100, "ann", "a"));
  }

  @Test
  void successLeavesNothingBehind() {
    throttle.begin(keys("ann", "a")).succeed();
    assertEquals(0, throttle.accounts());
    assertEquals(0, throttle.networks());
  }

  @Test
  void attemptsCountWhileTheyRun() {
    LoginThrottle.Attempt first = throttle.begin(keys("ann", "a"));
    fail(4, "ann", "a");
    assertEquals(0, fail(1, "ann", "a"));
    first.succeed();
    assertEquals(1, fail(100, "ann", "a"));
  }

  @Test
  void withoutAccountAndNetworkNothingCounts() {
    LoginKeys nobody = new LoginKeys(Optional.empty(), Optional.empty());
    for (int i = 0; i < 100; i++) {
      throttle.begin(nobody);
    }
    assertEquals(0, throttle.accounts());
  }

  @Test
  void forgedNamesAndAddressesDoNotFillTheMemory() {
    for (int i = 0; i < 1_000_000; i++) {
      throttle.begin(keys("u" + i, "n" + i));
    }
    assertEquals(10_000, throttle.accounts());
    assertEquals(10_000, throttle.networks());
    assertEquals(4, fail(100, "u999999", "a"));
  }

  @Test
  void whoIsStillGuessedAtIsNotEvicted() {
    fail(4, "ann", "a");
    for (int i = 0; i < 9_999; i++) {
      throttle.begin(keys("u" + i, "n" + i));
    }
    fail(1, "ann", "b");
    for (int i = 0; i < 9_999; i++) {
      throttle.begin(keys("v" + i, "m" + i));
    }
    assertEquals(0, fail(1, "ann", "c"));
  }

  @Test
  void whatIsForgottenLeavesTheTable() {
    for (int i = 0; i < 5_000; i++) {
      throttle.begin(keys("u" + i, "n" + i));
    }
    pass(300);
    fail(1, "ann", "a");
    assertEquals(1, throttle.accounts());
    assertEquals(1, throttle.networks());
  }
}
