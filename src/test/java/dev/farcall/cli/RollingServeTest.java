package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.client.XmlRpcClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that are restarted one after the other, while callers go on. */
final class RollingServeTest {

  private static final int CALLERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String RUNS = "farcall.test.runs";
  private static final String STARTED = "farcall.test.started";
  private static final String GO = "farcall.test.go";

  /** Tells what it does by classes of the JDK, since its own are loaded anew each time. */
  private static final String SHOP =
      """
      import java.util.Map;
      import java.util.concurrent.Semaphore;
      public class Shop {
        @SuppressWarnings("unchecked")
        public int buy(int number) {
          var runs = (Map<Integer, Integer>) System.getProperties().get("farcall.test.runs");
          runs.merge(number, 1, Integer::sum);
          return number;
        }
        public boolean hold() throws InterruptedException {
          ((Semaphore) System.getProperties().get("farcall.test.started")).release();
          ((Semaphore) System.getProperties().get("farcall.test.go")).acquire();
          return true;
        }
      }
      """;

  private final ConcurrentMap<Integer, Integer> runs = new ConcurrentHashMap<>();
  private final Semaphore started = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> callers = new ArrayList<>();
  private volatile boolean ended;

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void tell() throws IOException {
    System.getProperties().put(RUNS, runs);
    System.getProperties().put(STARTED, started);
    System.getProperties().put(GO, go);
    HandlerClasses.compile(directory, "Shop", SHOP);
  }

  @AfterEach
  void forget() {
    ended = true;
    threads.shutdownNow();
    Set.of(RUNS, STARTED, GO).forEach(System.getProperties()::remove);
  }

  private Serving serve(int port) throws IOException {
    return Serving.on(port, "--class-path", directory.toString(), "--handler", "shop=Shop");
  }

  private static int port(Serving serving) {
    return serving.uris().get(0).getPort();
  }

  private void buyOn(XmlRpcClient client) {
    while (!ended) {
      int number = numbers.incrementAndGet();
      assertEquals(number, client.call("shop.buy", number));
      answers.incrementAndGet();
    }
  }

  private void await(BooleanSupplier condition) throws Exception {
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

  private void awaitAnswers(int more) throws Exception {
    int enough = answers.get() + more;
    await(() -> answers.get() >= enough);
  }

  /** Ends it, and starts it again on its port. */
  private Serving restart(Serving serving) throws Exception {
    int port = port(serving);
    assertEquals(0, serving.end());
    awaitAnswers(100);
    return serve(port);
  }

  /** The same while a call runs, which is answered, and others are refused for as long. */
  private Serving restartWithACall(Serving serving) throws Exception {
    int port = port(serving);
    try (XmlRpcClient client = XmlRpcClient.builder(serving.uris().get(0)).build()) {
      Future<?> held = threads.submit(() -> client.call("shop.hold"));
      started.acquire();
      Future<Integer> end = threads.submit(serving::end);
      awaitAnswers(200);
      go.release();
      assertEquals(true, held.get());
      assertEquals(0, end.get());
    }
    return serve(port);
  }

  @Test
  void noCallFailsAndNoneRunsTwice() throws Exception {
    Serving a = serve(0);
    Serving b = serve(0);
    String second = "http://127.0.0.1:" + port(b) + "/RPC2";
    try (XmlRpcClient client = XmlRpcClient.builder(a.uris().get(0)).server(second).build()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(() -> buyOn(client)));
      }
      awaitAnswers(100);
      a = restart(a);
      awaitAnswers(100);
      b = restart(b);
      awaitAnswers(100);
      a = restartWithACall(a);
      awaitAnswers(100);
      b = restartWithACall(b);
      awaitAnswers(100);
      ended = true;
      for (Future<?> caller : callers) {
        caller.get();
      }
      assertEquals(numbers.get(), answers.get());
      assertEquals(numbers.get(), runs.size());
      assertEquals(Set.of(1), Set.copyOf(runs.values()));
    } finally {
      ended = true;
      go.release(10);
      a.close();
      b.close();
    }
  }
}
