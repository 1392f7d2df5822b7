package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Servers that are restarted one after the other, while callers go on. */
final class RollingRestartTest {

  private static final int CALLERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final NumberedCalls numbered = new NumberedCalls();
  private final AtomicInteger numbers = new AtomicInteger();

  /** How many answers each caller has got. */
  private final AtomicIntegerArray answers = new AtomicIntegerArray(CALLERS);

  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
  private volatile boolean ended;

  private void goOn(XmlRpcClient client, int caller) {
    while (!ended) {
      assertEquals(5, client.call("m", numbers.incrementAndGet()));
      answers.incrementAndGet(caller);
    }
  }

  private int sum() {
    return IntStream.range(0, CALLERS).map(answers::get).sum();
  }

  private static void await(BooleanSupplier condition, List<Future<?>> callers)
      throws InterruptedException, ExecutionException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "it takes more than " + PATIENCE);
      for (Future<?> caller : callers) {
        if (caller.isDone()) {
          // It ends early only by what this throws.
          caller.get();
        }
      }
      Thread.sleep(1);
    }
  }

  /** Waits until each caller has begun a call, and got its answer. */
  private void awaitAll(List<Future<?>> callers) throws InterruptedException, ExecutionException {
    int[] enough = IntStream.range(0, CALLERS).map(i -> answers.get(i) + 2).toArray();
    await(() -> IntStream.range(0, CALLERS).allMatch(i -> answers.get(i) >= enough[i]), callers);
  }

  private void restart(RestartingServer server, List<Future<?>> callers) throws Exception {
    int before = server.refused();
    server.drain();
    await(() -> server.refused() > before, callers);
    awaitAll(callers);
    server.stop();
    awaitAll(callers);
    server.start();
  }

  @Test
  void noCallFailsAndNoneRunsTwice() throws Exception {
    try (RestartingServer a = new RestartingServer(numbered);
        RestartingServer b = new RestartingServer(numbered);
        XmlRpcClient client = XmlRpcClient.builder(a.uri()).server(b.uri().toString()).build()) {
      List<Future<?>> callers =
          IntStream.range(0, CALLERS)
              .<Future<?>>mapToObj(i -> threads.submit(() -> goOn(client, i)))
              .toList();
      for (int round = 0; round < 3; round++) {
        restart(a, callers);
        // The client need not have noticed that the first is back.
        restart(b, callers);
      }
      int answeredByA = a.answered();
      int answeredByB = b.answered();
      await(() -> a.answered() > answeredByA && b.answered() > answeredByB, callers);
      ended = true;
      for (Future<?> caller : callers) {
        caller.get();
      }
      assertEquals(numbers.get(), sum());
      assertEquals(sum(), numbered.runs().size());
      assertEquals(Set.of(1), Set.copyOf(numbered.runs().values()));
    } finally {
      ended = true;
      threads.shutdownNow();
    }
  }
}
