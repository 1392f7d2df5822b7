package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.client.XmlRpcClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many calls, one in four of them hostile, to {@code serve} in a process of its own. Run by the
 * profile {@code soak}; the system property {@code soak.calls} says how many.
 */
final class Soak {

  private static final int THREADS = 16;
  private static final int ROUND = 10_000;
  private static final int WARM_ROUNDS = 2;
  private static final int ONE_HOSTILE_IN = 4;
  private static final String BUSY = "503 -32003";

  private static final List<Attack> ATTACKS =
      Stream.concat(DocumentAttacks.all(), HttpAttacks.all()).toList();

  private final int rounds = Math.max(1, Integer.getInteger("soak.calls", ROUND) / ROUND);
  private final ExecutorService callers = Executors.newFixedThreadPool(THREADS);

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  private RunningContainer server;

  @BeforeEach
  void start() throws IOException {
    server = Container.JETTY_12.start(Jdk.running(), directory);
  }

  @AfterEach
  void stop() throws IOException {
    callers.shutdownNow();
    server.close();
  }

  /** What the first rounds leave is what a server that is warm holds. */
  @Test
  void answersStayRightAndNothingGrows() throws Exception {
    report(0, Usage.settled(server.pid()));
    Usage warm = round(1);
    for (int number = 2; number <= rounds; number++) {
      Usage usage = round(number);
      if (number <= WARM_ROUNDS) {
        warm = usage;
      }
      Usage before = warm;
      assertTrue(usage.isFlatSince(before), () -> usage + ", before " + before);
    }
  }

  private static Usage report(int round, Usage usage) {
    System.out.printf("after %,d calls: %s%n", round * ROUND, usage);
    return usage;
  }

  private Usage round(int number) throws Exception {
    try (XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      List<Future<?>> shares = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        RandomGenerator random = new SplittableRandom((long) number * THREADS + thread);
        shares.add(callers.submit(() -> share(new ValidCalls(client, random), random)));
      }
      for (Future<?> share : shares) {
        share.get();
      }
    }
    return report(number, Usage.settled(server.pid()));
  }

  private Void share(ValidCalls valid, RandomGenerator random) throws IOException {
    for (int i = 0; i < ROUND / THREADS; i++) {
      if (random.nextInt(ONE_HOSTILE_IN) == 0) {
        attack(ATTACKS.get(random.nextInt(ATTACKS.size())));
      } else {
        callOnce(valid);
      }
    }
    return null;
  }

  /** Large documents are refused while several bombs have what all documents together may have. */
  private static void callOnce(ValidCalls valid) {
    while (true) {
      try {
        valid.callOnce();
        return;
      } catch (TransportException e) {
        if (e.delivery() != Delivery.REFUSED) {
          throw e;
        }
      }
    }
  }

  private void attack(Attack attack) throws IOException {
    Outcome outcome = attack.request().send(server);
    assertTrue(
        attack.allows(outcome) || outcome.summary().equals(BUSY),
        () -> attack + ": " + outcome.summary());
  }
}
