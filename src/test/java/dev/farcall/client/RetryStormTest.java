package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many callers of servers that are all down. */
final class RetryStormTest {

  private static final int CALLERS = 100;
  private static final int CALLS = 50;

  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean up;

  private TransportReply send(TransportRequest request, Delivery delivery) {
    sent.incrementAndGet();
    if (up) {
      return new TransportReply(
          200,
          Map.of(),
          new ByteArrayInputStream(Replies.SEVEN.getBytes(StandardCharsets.US_ASCII)));
    }
    throw request.failure(delivery, "all are down", null);
  }

  private XmlRpcClient client(Delivery delivery) {
    return XmlRpcClient.builder("http://localhost:1")
        .server("http://localhost:2")
        .retries(Retries.defaults().withBackOff(Duration.ofMillis(1), Duration.ofMillis(4)))
        .idempotent(name -> true)
        .transport(request -> send(request, delivery))
        .build();
  }

  private static int failures(XmlRpcClient client) {
    int failed = 0;
    for (int i = 0; i < CALLS; i++) {
      try {
        client.call("m");
      } catch (TransportException e) {
        failed++;
      }
    }
    return failed;
  }

  private static int failuresOfAllCallers(XmlRpcClient client) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        work.add(() -> failures(client));
      }
      int failed = 0;
      for (Future<Integer> each : callers.invokeAll(work)) {
        failed += each.get();
      }
      return failed;
    } finally {
      callers.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void repeatsAreLessThanATenthOfTheCalls(Delivery delivery) throws Exception {
    try (XmlRpcClient client = client(delivery)) {
      assertEquals(CALLERS * CALLS, failuresOfAllCallers(client));
      int repeats = sent.get() - CALLERS * CALLS;
      assertTrue(repeats <= CALLERS * CALLS / 10, "repeats: " + repeats);
    }
  }

  @Test
  void callsSucceedAsSoonAsServersAreBack() throws Exception {
    try (XmlRpcClient client = client(Delivery.NOT_SENT)) {
      failuresOfAllCallers(client);
      up = true;
      assertEquals(0, failuresOfAllCallers(client));
    }
  }
}
