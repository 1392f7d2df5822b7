package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls go, and when, by a clock of its own and without a network. */
final class FailoverTest {

  private static final MethodCall CALL = new MethodCall("m", List.of());
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final RetryLog SILENT = new RetryLog(Optional.empty());

  /** Chooses the longest time there may be. */
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          throw new AssertionError("only bounded numbers are asked for");
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private final FakeTime time = new FakeTime();
  private final Map<String, TransportException> down = new HashMap<>();
  private final List<String> sent = new ArrayList<>();

  @AfterEach
  void threadIsNotLeftInterrupted() {
    Thread.interrupted();
  }

  private Failover failover(Resending resending, Retries retries, String... names) {
    return new Failover(
        new Servers(Stream.of(names).map(this::server).toList()),
        resending,
        RetryRules.of(retries, LONGEST, time, SILENT));
  }

  private Failover failover(Resending resending, String... names) {
    return failover(resending, Retries.defaults(), names);
  }

  private Server server(String name) {
    return new Server(
        URI.create(name),
        (call, context) -> {
          sent.add(name);
          TransportException failure = down.get(name);
          if (failure != null) {
            throw failure;
          }
          return MethodResponse.of(1);
        });
  }

  private static TransportException failure(String server, Delivery delivery) {
    return new TransportException(URI.create(server), delivery, "is down", null);
  }

  private static ProtocolError reply(
      int status, Delivery delivery, Map<String, List<String>> headers) {
    return new ProtocolError(URI.create("a"), delivery, "is busy", status, headers, "", null);
  }

  private void fail(Delivery delivery, String... servers) {
    for (String server : servers) {
      down.put(server, failure(server, delivery));
    }
  }

  private CallContext within(Duration left) {
    return CallContext.builder().deadline(time.now().plus(left)).build();
  }

  private TransportException assertFails(Failover failover, CallContext context) {
    return assertThrows(TransportException.class, () -> failover.call(CALL, context));
  }

  private TransportException assertFails(Failover failover) {
    return assertFails(failover, CallContext.local());
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void serversTakeTurns() {
    Failover failover = failover(Resending.NOT_RUN, "a", "b", "c");
    for (int i = 0; i < 6; i++) {
      failover.call(CALL, CallContext.local());
    }
    assertEquals(List.of("a", "b", "c", "a", "b", "c"), sent);
    assertEquals("Failover -> a or b or c", failover.toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Delivery.class,
      names = {"NOT_SENT", "REFUSED"})
  void whatWasNotRunGoesElsewhereAtOnce(Delivery delivery) {
    fail(delivery, "a");
    failover(Resending.NOT_RUN, "a", "b").call(CALL, CallContext.local());
    assertEquals(List.of("a", "b"), sent);
    assertEquals(List.of(), time.waits());
  }

  @Test
  void whatMayHaveBeenRunIsToldAtOnce() {
    fail(Delivery.UNKNOWN, "a");
    TransportException e = assertFails(failover(Resending.NOT_RUN, "a", "b"));
    assertEquals(Delivery.UNKNOWN, e.delivery());
    assertEquals(List.of("a"), sent);
  }

  @Test
  void whatMayHaveBeenRunGoesElsewhereIfItIsIdempotent() {
    fail(Delivery.UNKNOWN, "a");
    failover(Resending.IDEMPOTENT, "a", "b").call(CALL, CallContext.local());
    assertEquals(List.of("a", "b"), sent);
    assertEquals(List.of(), time.waits());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void bareStatusIsNoProofThatACallWasNotRun(int status) {
    down.put("a", reply(status, Delivery.UNKNOWN, Map.of()));
    assertFails(failover(Resending.NOT_RUN, "a", "b"));
    assertEquals(List.of("a"), sent);
    failover(Resending.IDEMPOTENT, "a", "b").call(CALL, CallContext.local());
    assertEquals(List.of("a", "a", "b"), sent);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 413, 500})
  void replyThatWouldBeTheSameElsewhereIsTold(int status) {
    down.put("a", reply(status, Delivery.UNKNOWN, Map.of()));
    assertFails(failover(Resending.IDEMPOTENT, "a", "b"));
    assertEquals(List.of("a"), sent);
  }

  @Test
  void backOffsDoubleUpToTheLongest() {
    fail(Delivery.NOT_SENT, "a");
    assertFails(failover(Resending.NOT_RUN, Retries.defaults().withAttempts(6), "a"));
    assertEquals(
        List.of(millis(100), millis(200), millis(400), millis(800), millis(1_000)), time.waits());
    assertEquals(6, sent.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void callIsSentAsOftenAsConfiguredAtMost(int attempts) {
    fail(Delivery.NOT_SENT, "a", "b");
    assertFails(failover(Resending.NOT_RUN, Retries.defaults().withAttempts(attempts), "a", "b"));
    assertEquals(attempts, sent.size());
  }

  @Test
  void lastFailureIsToldWithTheOthersSuppressed() {
    fail(Delivery.NOT_SENT, "a", "b");
    Failover failover = failover(Resending.NOT_RUN, Retries.defaults().withAttempts(2), "a", "b");
    TransportException e = assertFails(failover);
    assertSame(down.get("b"), e);
    assertArrayEquals(new Throwable[] {down.get("a")}, e.getSuppressed());
  }

  @Test
  void callThatMayHaveBeenRunOnceIsNotToldAsNotSent() {
    fail(Delivery.UNKNOWN, "a");
    fail(Delivery.NOT_SENT, "b");
    Failover failover =
        failover(Resending.IDEMPOTENT, Retries.defaults().withAttempts(2), "a", "b");
    TransportException e = assertFails(failover);
    assertSame(down.get("a"), e);
    assertArrayEquals(new Throwable[] {down.get("b")}, e.getSuppressed());
  }

  @Test
  void backOffThatWouldOutlastTheDeadlineIsNotBegun() {
    fail(Delivery.NOT_SENT, "a");
    assertFails(failover(Resending.NOT_RUN, "a"), within(millis(650)));
    assertEquals(List.of(millis(100), millis(200)), time.waits());
    assertEquals(3, sent.size());
  }

  @Test
  void noAttemptBeginsBehindTheDeadline() {
    for (int seed = 0; seed < 1_000; seed++) {
      FakeTime own = new FakeTime();
      Instant end = FakeTime.START.plusMillis(500);
      Server slow =
          new Server(
              URI.create("a"),
              (call, context) -> {
                assertTrue(own.now().isBefore(end), own.waits().toString());
                own.advance(millis(90));
                throw failure("a", Delivery.NOT_SENT);
              });
      Failover failover =
          new Failover(
              new Servers(List.of(slow)),
              Resending.NOT_RUN,
              RetryRules.of(Retries.defaults(), new Random(seed), own, SILENT));
      assertFails(failover, CallContext.builder().deadline(end).build());
      assertTrue(own.now().isBefore(end.plusMillis(90)), own.waits().toString());
    }
  }

  @Test
  void serverIsLeftAloneForAsLongAsItAsks() {
    down.put("a", reply(503, Delivery.REFUSED, Map.of("Retry-After", List.of("3"))));
    assertFails(failover(Resending.NOT_RUN, Retries.defaults().withAttempts(3), "a"));
    assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(3)), time.waits());
  }

  @Test
  void callWithoutTimeForThatFailsAtOnce() {
    down.put("a", reply(503, Delivery.REFUSED, Map.of("Retry-After", List.of("3"))));
    TransportException e =
        assertFails(failover(Resending.NOT_RUN, "a"), within(Duration.ofSeconds(3)));
    assertEquals(Delivery.REFUSED, e.delivery());
    assertEquals(1, sent.size());
  }

  @Test
  void repeatGoesToWhomAsksForLess() {
    down.put("a", reply(503, Delivery.REFUSED, Map.of("Retry-After", List.of("9"))));
    down.put("b", reply(503, Delivery.REFUSED, Map.of("Retry-After", List.of("2"))));
    assertFails(failover(Resending.NOT_RUN, Retries.defaults().withAttempts(3), "a", "b"));
    assertEquals(List.of("a", "b", "b"), sent);
    assertEquals(List.of(Duration.ofSeconds(2)), time.waits());
  }

  @Test
  void serverThatFailedHasNoTurnsUntilItsPauseIsOver() {
    fail(Delivery.NOT_SENT, "a");
    Failover failover = failover(Resending.NOT_RUN, "a", "b");
    failover.call(CALL, CallContext.local());
    time.advance(millis(99));
    for (int i = 0; i < 10; i++) {
      failover.call(CALL, CallContext.local());
    }
    assertEquals(1, sent.stream().filter("a"::equals).count());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 1_000})
  void serverThatIsBackHasItsTurnsWithinASecond(int callsWhileDown) {
    fail(Delivery.NOT_SENT, "a");
    Failover failover = failover(Resending.NOT_RUN, "a", "b");
    for (int i = 0; i < callsWhileDown; i++) {
      failover.call(CALL, CallContext.local());
      time.advance(millis(10));
    }
    down.clear();
    time.advance(SECOND);
    sent.clear();
    for (int i = 0; i < 10; i++) {
      failover.call(CALL, CallContext.local());
    }
    assertEquals(5, sent.stream().filter("a"::equals).count());
  }

  @Test
  void serverThatIsDownIsTriedOnceASecond() {
    fail(Delivery.NOT_SENT, "a");
    Failover failover = failover(Resending.NOT_RUN, "a", "b");
    for (int i = 0; i < 6_000; i++) {
      failover.call(CALL, CallContext.local());
      time.advance(millis(10));
    }
    long tried = sent.stream().filter("a"::equals).count();
    assertTrue(tried >= 55 && tried <= 64, "tries in a minute: " + tried);
  }

  @Test
  void callIsSentAlthoughAllServersAreSetAside() {
    fail(Delivery.NOT_SENT, "a", "b");
    Failover failover = failover(Resending.NOT_RUN, Retries.defaults().withAttempts(2), "a", "b");
    assertFails(failover);
    down.clear();
    failover.call(CALL, CallContext.local());
    assertEquals(List.of("a", "b", "a"), sent);
  }

  @Test
  void idempotentCallsAreNotRepeatedWithoutATokenEither() {
    fail(Delivery.UNKNOWN, "a");
    Failover failover = failover(Resending.IDEMPOTENT, "a");
    for (int i = 0; i < 100; i++) {
      assertFails(failover);
    }
    assertEquals(100 + 5, sent.size());
  }

  @Test
  void callThatIsOutOfTimeSetsNoServerAside() {
    fail(Delivery.UNKNOWN, "a");
    Failover failover = failover(Resending.NOT_RUN, "a", "b");
    assertFails(failover, within(Duration.ZERO));
    down.clear();
    failover.call(CALL, CallContext.local());
    failover.call(CALL, CallContext.local());
    assertEquals(List.of("a", "b", "a"), sent);
  }

  @Test
  void interruptedThreadDoesNotWait() {
    fail(Delivery.NOT_SENT, "a");
    Failover failover = failover(Resending.NOT_RUN, "a");
    Thread.currentThread().interrupt();
    assertFails(failover);
    assertTrue(Thread.currentThread().isInterrupted());
    assertEquals(1, sent.size());
  }

  @Test
  void interruptionEndsABackOff() {
    RandomGenerator interrupting =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new AssertionError("only bounded numbers are asked for");
          }

          @Override
          public long nextLong(long bound) {
            Thread.currentThread().interrupt();
            return 0;
          }
        };
    fail(Delivery.NOT_SENT, "a");
    assertFails(
        new Failover(
            new Servers(List.of(server("a"))),
            Resending.NOT_RUN,
            RetryRules.of(Retries.defaults(), interrupting, time, SILENT)));
    assertTrue(Thread.currentThread().isInterrupted());
    assertEquals(1, sent.size());
  }
}
