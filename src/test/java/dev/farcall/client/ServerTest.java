package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.model.MethodResponse;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a server is thought to be up. */
final class ServerTest {

  private static final long MILLI = 1_000_000;

  private final Server server =
      new Server(URI.create("http://a/RPC2"), (call, context) -> MethodResponse.of(1));

  @Test
  void isTriedByOneCallWhenItsPauseIsOver() {
    server.failed(0, Duration.ZERO);
    assertFalse(server.claim(99 * MILLI));
    assertTrue(server.claim(100 * MILLI));
    assertFalse(server.claim(100 * MILLI), "one is enough");
    assertTrue(server.claim(300 * MILLI), "the first may hang");
  }

  @Test
  void isUpWhenThatCallIsAnswered() {
    server.failed(0, Duration.ZERO);
    assertTrue(server.claim(100 * MILLI));
    server.answered(100 * MILLI);
    assertTrue(server.claim(100 * MILLI));
    assertTrue(server.claim(100 * MILLI));
  }

  @Test
  void answerToACallFromBeforeItFailedIsNoProof() {
    server.failed(2 * MILLI, Duration.ZERO);
    server.answered(MILLI);
    assertFalse(server.claim(3 * MILLI));
  }

  @Test
  void manyFailuresAtOnceAreOne() {
    for (int i = 0; i < 50; i++) {
      server.failed(i, Duration.ZERO);
    }
    assertTrue(server.claim(100 * MILLI));
  }

  @Test
  void isSetAsideForASecondAtMostWhateverItAsks() {
    server.failed(0, Duration.ofHours(1));
    assertFalse(server.claim(999 * MILLI));
    assertTrue(server.claim(1_000 * MILLI));
    assertEquals(Duration.ofHours(1).toNanos(), server.quiet(0));
  }

  @Test
  void longestWishCounts() {
    server.failed(0, Duration.ofSeconds(2));
    server.failed(0, Duration.ZERO);
    assertEquals(2_000 * MILLI, server.quiet(0));
    server.failed(0, Duration.ofSeconds(3));
    assertEquals(3_000 * MILLI, server.quiet(0));
  }
}
