package dev.farcall.servlet;

import static dev.farcall.servlet.KeyedCalls.KEY;
import static dev.farcall.servlet.KeyedCalls.PAY;
import static dev.farcall.servlet.KeyedCalls.jetty;
import static dev.farcall.servlet.KeyedCalls.send;
import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that does not do what it should. */
final class FailingStoreTest {

  @BeforeEach
  void reset() {
    Till.reset();
  }

  /** Fails, each time in the way that a test asks for. */
  public static final class FailingStore implements IdempotencyStore {
    private static final Set<String> EVENTS = new TreeSet<>();
    private static String failing = "";

    private static void event(String name) {
      EVENTS.add(name);
      if (failing.equals(name)) {
        throw new IllegalStateException("no database");
      }
    }

    @Override
    public Optional<Earlier> begin(KeyedCall call) {
      assertEquals(Duration.ofSeconds(17 + 30), call.lifetime());
      event("begin");
      return Optional.empty();
    }

    @Override
    public void finish(String id, byte[] answer, Duration lifetime) {
      assertEquals(Duration.ofSeconds(17), lifetime);
      event("finish");
    }

    @Override
    public void release(String id) {
      event("release");
    }

    @Override
    public void close() {
      event("close");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "finish", "release", "close"})
  void storeThatFailsCostsNoAnswer(String failing) throws Exception {
    FailingStore.EVENTS.clear();
    FailingStore.failing = failing;
    try (CapturedLog log = CapturedLog.of("dev.farcall.servlet")) {
      try (JettyFixture jetty =
          jetty("till")
              .param("idempotency-store", FailingStore.class.getName())
              .param("idempotency-seconds", "17")
              .start()) {
        Reply denied = send(jetty, document("till.empty"), KEY);
        Reply paid = send(jetty, PAY, KEY);
        if (failing.equals("begin")) {
          assertEquals(503, paid.status());
          assertEquals(List.of("1"), paid.header("Farcall-Unprocessed"));
          String text = fault(paid.body()).faultString();
          assertTrue(
              text.matches(
                  "internal error, reference [0-9A-Z]{10}; the call was not started, try again"
                      + " later"),
              text);
        } else {
          assertEquals(-32001, fault(denied.body()).code());
          assertEquals("5 in run 1", value(paid.body()));
        }
      }
      Set<String> all = new TreeSet<>(Set.of("begin", "finish", "release", "close"));
      assertEquals(failing.equals("begin") ? Set.of("begin", "close") : all, FailingStore.EVENTS);
      assertNotEquals(
          0, log.messages().stream().filter(line -> line.contains("the store of")).count());
    }
  }
}
