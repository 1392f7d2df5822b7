package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.XmlRpcException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.model.MethodResponse;
import dev.farcall.testing.FaultInjection.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that are disturbed. */
final class FaultInjectionTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String ADDRESS = "http://localhost/RPC2: ";

  private final AtomicInteger answered = new AtomicInteger();
  private final List<Duration> slept = new ArrayList<>();

  private XmlRpcClient.Builder builder(FaultInjection faults) {
    return InMemory.builder(
            (call, context) -> {
              answered.incrementAndGet();
              return MethodResponse.of("x".repeat(100));
            })
        .aroundTransport(faults::around);
  }

  private <E extends XmlRpcException> E failure(Class<E> type, Disturbance disturbance) {
    FaultInjection faults = FaultInjection.script(disturbance);
    try (XmlRpcClient client = builder(faults).build()) {
      E failure = assertThrows(type, () -> client.call("m"));
      assertEquals(List.of(new Event(1, disturbance)), faults.events());
      assertEquals("x".repeat(100), client.call("m"), "the second is not disturbed");
      return failure;
    }
  }

  @Test
  void callIsNotSent() {
    TransportException e = failure(TransportException.class, Disturbance.notSent());
    assertEquals(
        ADDRESS + "injected: the connection was cut before the call was sent", e.getMessage());
    assertEquals(Delivery.NOT_SENT, e.delivery());
    assertEquals(1, answered.get());
  }

  @Test
  void answerIsLost() {
    TransportException e = failure(TransportException.class, Disturbance.noReply());
    assertEquals(
        ADDRESS + "injected: the connection was cut after the call was sent", e.getMessage());
    assertEquals(Delivery.UNKNOWN, e.delivery());
    assertEquals(2, answered.get());
  }

  @Test
  void answerIsCut() {
    TransportException e = failure(TransportException.class, Disturbance.cutReply());
    assertEquals(ADDRESS + "the connection broke while the answer was read", e.getMessage());
    assertEquals(Delivery.UNKNOWN, e.delivery());
    String cause = String.valueOf(e.getCause());
    assertTrue(cause.matches(".*injected: cut after [0-9]+ of [0-9]+ bytes"), cause);
  }

  @Test
  void answerIsGarbage() {
    failure(XmlRpcException.class, Disturbance.garbage());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 503})
  void statusIsThatOfAProxy(int status) {
    ProtocolError e = failure(ProtocolError.class, Disturbance.status(status));
    assertEquals(status, e.status());
    assertEquals(Delivery.UNKNOWN, e.delivery());
    assertEquals(1, answered.get());
  }

  @Test
  void callIsUnprocessed() {
    ProtocolError e = failure(ProtocolError.class, Disturbance.unprocessed(503));
    assertEquals(Delivery.REFUSED, e.delivery());
  }

  @Test
  void callIsDelayed() {
    FaultInjection faults = FaultInjection.script(Disturbance.delay(SECOND, slept::add));
    try (XmlRpcClient client = builder(faults).build()) {
      client.call("m");
    }
    assertEquals(List.of(SECOND), slept);
  }

  @Test
  void delayEndsAtTheDeadline() {
    Disturbance delay = Disturbance.delay(Duration.ofHours(1), slept::add);
    TransportException e = failure(TransportException.class, delay);
    assertEquals(
        ADDRESS + "injected: the deadline passed before the call was sent", e.getMessage());
    assertEquals(Delivery.NOT_SENT, e.delivery());
    assertTrue(slept.get(0).compareTo(Duration.ofMinutes(5)) <= 0, slept::toString);
  }

  @Test
  void delayEndsWhenTheThreadIsInterrupted() {
    Disturbance delay =
        Disturbance.delay(
            SECOND,
            time -> {
              throw new InterruptedException();
            });
    TransportException e = failure(TransportException.class, delay);
    assertTrue(Thread.interrupted());
    assertEquals(ADDRESS + "the thread was interrupted", e.getMessage());
  }

  @Test
  void seedDecidesWhatHappens() {
    List<Event> events = eventsOf(42);
    assertEquals(events, eventsOf(42));
    assertFalse(events.equals(eventsOf(43)));
    assertEquals(2, events.stream().map(Event::disturbance).distinct().count());
    assertTrue(events.size() > 20 && events.size() < 80, events::toString);
  }

  private List<Event> eventsOf(long seed) {
    FaultInjection faults =
        FaultInjection.seed(seed)
            .sometimes(0.2, Disturbance.notSent())
            .sometimes(0.3, Disturbance.cutReply())
            .build();
    try (XmlRpcClient client = builder(faults).build()) {
      for (int i = 0; i < 100; i++) {
        call(client);
      }
    }
    return faults.events();
  }

  private static void call(XmlRpcClient client) {
    try {
      client.call("m");
    } catch (TransportException expected) {
      return;
    }
  }

  @Test
  void cutIsAtTheSamePlaceForTheSameSeed() {
    assertEquals(cutOf(7), cutOf(7));
    assertFalse(cutOf(7).equals(cutOf(8)));
  }

  private String cutOf(long seed) {
    FaultInjection faults = FaultInjection.seed(seed).sometimes(1, Disturbance.cutReply()).build();
    try (XmlRpcClient client = builder(faults).build()) {
      return String.valueOf(
          assertThrows(TransportException.class, () -> client.call("m")).getCause());
    }
  }

  @Test
  void idempotentCallGetsThroughASecondTime() {
    FaultInjection faults = FaultInjection.script(Disturbance.noReply());
    try (XmlRpcClient client = builder(faults).idempotent("m"::equals).build()) {
      assertEquals("x".repeat(100), client.call("m"));
    }
    assertEquals("[1: no reply]", faults.events().toString());
  }

  @Test
  void disturbancesSayWhatTheyDo() {
    assertEquals(
        "[none, delay of 1000 ms, not sent, no reply, cut reply, garbage, status 404,"
            + " unprocessed 503]",
        List.of(
                Disturbance.none(),
                Disturbance.delay(SECOND),
                Disturbance.notSent(),
                Disturbance.noReply(),
                Disturbance.cutReply(),
                Disturbance.garbage(),
                Disturbance.status(404),
                Disturbance.unprocessed(503))
            .toString());
    assertEquals(Disturbance.delay(SECOND), Disturbance.delay(SECOND));
  }

  @Test
  void probabilitiesMayMakeUpAWhole() {
    FaultInjection.Builder builder = FaultInjection.seed(1);
    for (double probability : new double[] {0.7, 0.1, 0.1, 0.1}) {
      builder.sometimes(probability, Disturbance.notSent());
    }
    try (XmlRpcClient client = builder(builder.build()).build()) {
      assertThrows(TransportException.class, () -> client.call("m"));
    }
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertEquals(
        "probabilities are from 0 to 1, also all together, got 0.6 after 0.5",
        refusal(
            () ->
                FaultInjection.seed(1)
                    .sometimes(0.5, Disturbance.none())
                    .sometimes(0.6, Disturbance.none())));
    assertEquals("a status is from 200 to 599, got 600", refusal(() -> Disturbance.status(600)));
    assertEquals(
        "a server that did not start a call answers with status 429 or 503, got 500",
        refusal(() -> Disturbance.unprocessed(500)));
    assertEquals(
        "a delay is not negative, got PT-1S", refusal(() -> Disturbance.delay(SECOND.negated())));
  }

  private static String refusal(Runnable setting) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, setting::run).getMessage());
  }
}
