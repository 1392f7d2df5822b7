package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is slow gives way to who comes, and takes no more threads by it. */
final class BodyWaitsTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
  private final BodyWaits waits =
      new BodyWaits(
          ServletSettings.read(
                  Map.of("max-waiting-bodies", "2", "max-bodies-per-caller", "3"), new Problems())
              .load(),
          nanos::get);

  private @Nullable AwaitedBody tryToAdmit(String address) throws IOException {
    return waits.admit(
        new RequestStub().from(address).length(1000).build(),
        new FedBody(new byte[10], () -> {}),
        true);
  }

  private AwaitedBody admit(String address) throws IOException {
    return Objects.requireNonNull(tryToAdmit(address));
  }

  private static void assertDisplaced(AwaitedBody body) {
    BusyException e = assertThrows(BusyException.class, body::read);
    assertEquals(
        "of as many bodies as max-waiting-bodies allows this was the slowest, and another came; try"
            + " again later",
        e.getMessage());
    assertThrows(BusyException.class, () -> body.read(new byte[10], 0, 10));
    assertThrows(BusyException.class, () -> body.skip(1));
  }

  @Test
  void nobodyGivesWayBeforeItHadASecond() throws IOException {
    AwaitedBody first = admit("10.0.0.1");
    admit("10.0.0.2");
    nanos.addAndGet(SECOND - 1);
    assertNull(tryToAdmit("10.0.0.3"));
    assertEquals(0, first.read());
  }

  @Test
  void slowestGivesWayToAnother() throws IOException {
    AwaitedBody fast = admit("10.0.0.1");
    AwaitedBody slow = admit("10.0.0.2");
    assertEquals(1, fast.read(new byte[10], 0, 10));
    assertEquals(0, fast.read());
    assertEquals(0, slow.read());
    nanos.addAndGet(SECOND);
    AwaitedBody third = admit("10.0.0.3");
    assertDisplaced(slow);
    assertEquals(0, fast.read());
    assertEquals(0, third.read());
  }

  @Test
  void nobodyGivesWayToABodyOfWhichNothingIsMade() throws IOException {
    AwaitedBody slow = admit("10.0.0.1");
    AwaitedBody other = admit("10.0.0.2");
    nanos.addAndGet(SECOND);
    HttpServletRequest refused = new RequestStub().from("10.0.0.3").length(1000).build();
    FedBody body = new FedBody(new byte[10], () -> {});
    assertNull(waits.admit(refused, body, false));
    assertEquals(0, slow.read());
    other.close();
    assertNotNull(waits.admit(refused, body, false));
  }

  @Test
  void bodyIsAsSlowAsItWasForTheTimeItHad() throws IOException {
    AwaitedBody old = admit("10.0.0.1");
    assertEquals(1, old.skip(1));
    assertEquals(1, old.skip(1));
    nanos.addAndGet(2 * SECOND);
    AwaitedBody young = admit("10.0.0.2");
    assertEquals(0, young.read());
    assertEquals(0, young.read());
    nanos.addAndGet(SECOND);
    admit("10.0.0.3");
    assertDisplaced(old);
    assertEquals(0, young.read());
  }

  @Test
  void whoGaveWayHoldsAThreadUntilItEnds() throws IOException {
    AwaitedBody first = admit("10.0.0.1");
    for (int i = 2; i <= 4; i++) {
      admit("10.0.0." + i);
      nanos.addAndGet(SECOND);
    }
    assertNull(tryToAdmit("10.0.0.5"));
    first.close();
    assertNotNull(tryToAdmit("10.0.0.5"));
  }

  @Test
  void callerHasItsShareIncludingThoseThatGaveWay() throws IOException {
    for (int i = 0; i < 3; i++) {
      admit("10.0.0.1");
      nanos.addAndGet(SECOND);
    }
    assertNull(tryToAdmit("10.0.0.1"));
    assertNotNull(tryToAdmit("10.0.0.2"));
  }

  @Test
  void networkOfIpv6IsOneCaller() throws IOException {
    for (int i = 1; i <= 3; i++) {
      admit("2001:db8::" + i);
      nanos.addAndGet(SECOND);
    }
    assertNull(tryToAdmit("2001:db8::4"));
    assertNotNull(tryToAdmit("2001:db8:0:1::4"));
  }

  @Test
  void bodyThatHasComeAlreadyNeedsNoPlace() throws IOException {
    admit("10.0.0.1");
    admit("10.0.0.2");
    AwaitedBody whole =
        waits.admit(
            new RequestStub().length(10).build(), new FedBody(new byte[10], () -> {}), true);
    assertEquals(0, Objects.requireNonNull(whole).read());
  }

  @Test
  void placeOfABodyThatEndsIsFree() throws IOException {
    AwaitedBody first = admit("10.0.0.1");
    AwaitedBody second = admit("10.0.0.2");
    first.close();
    assertNotNull(tryToAdmit("10.0.0.3"));
    assertEquals(0, second.read());
  }
}
