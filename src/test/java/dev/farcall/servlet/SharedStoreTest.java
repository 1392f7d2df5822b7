package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.TransportException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.IdempotencyKeyHeader;
import dev.farcall.call.Interceptor;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.CuttingProxy;
import dev.farcall.testkit.JettyFixture;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers with one store, over connections that break at every place. */
final class SharedStoreTest {

  /** For a longer run by hand. */
  private static final int CALLS = Integer.getInteger("idempotency.calls", 300);

  private static final int ENTRIES = CALLS + CALLS / 2;
  private static final int LONGEST_CONNECTION = 2500;

  private static MemoryStore store = new MemoryStore(ENTRIES, 64L << 20, System::nanoTime);

  /** The store of all servers in this process. */
  public static final class Shared implements IdempotencyStore {
    @Override
    public Optional<Earlier> begin(KeyedCall call) throws FullException {
      return store.begin(call);
    }

    @Override
    public void finish(String id, byte[] answer, Duration lifetime) {
      store.finish(id, answer, lifetime);
    }

    @Override
    public void release(String id) {
      store.release(id);
    }
  }

  /** Gives each call a key by its parameter. */
  private record KeyOfCall() implements Interceptor {
    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      String key = "a key that nobody can guess, number " + call.params();
      String header = IdempotencyKeyHeader.text(key);
      return next.call(call, context.toBuilder().header(IdempotencyKeyHeader.NAME, header).build());
    }
  }

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void reset() {
    Till.reset();
    store = new MemoryStore(ENTRIES, 64L << 20, System::nanoTime);
  }

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }

  private JettyFixture server() throws Exception {
    return opened(
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.till", Till.class.getName())
            .param("idempotency-keys", "till")
            .param("idempotency-store", Shared.class.getName())
            .start());
  }

  private XmlRpcClient.Builder client(URI server) {
    return XmlRpcClient.builder(server);
  }

  private CuttingProxy cutting(JettyFixture server, long seed) throws IOException {
    return opened(CuttingProxy.before(server.port(), LONGEST_CONNECTION, seed));
  }

  /** Sends a call to one server after the other until one answers. */
  private static String pay(int number, List<XmlRpcClient> servers) {
    int attempt = number;
    while (true) {
      XmlRpcClient client = servers.get(attempt % servers.size());
      try {
        return client.call(String.class, "till.pay", String.valueOf(number));
      } catch (TransportException lost) {
        // The same call, with the same key, is for the next server.
        attempt++;
      }
    }
  }

  @Test
  void callsRunOnceHoweverOftenTheyAreSentAndToWhom() throws Exception {
    JettyFixture first = server();
    JettyFixture second = server();
    CuttingProxy toFirst = cutting(first, 1);
    CuttingProxy toSecond = cutting(second, 2);
    List<XmlRpcClient> cut = new ArrayList<>();
    List<XmlRpcClient> direct = new ArrayList<>();
    for (URI uri : List.of(toFirst.uri(), toSecond.uri(), first.uri(), second.uri())) {
      (cut.size() < 2 ? cut : direct).add(opened(client(uri).interceptor(new KeyOfCall()).build()));
    }

    List<String> answers = inParallel(cut, 2);

    assertEquals(CALLS, Till.runs());
    assertEquals(CALLS, new HashSet<>(answers).size());
    // Each was sent by two threads at once, and both have the one answer.
    for (int i = 0; i < CALLS; i++) {
      assertEquals(answers.get(i), answers.get(CALLS + i));
      assertTrue(answers.get(i).startsWith(i + " in run "), answers.get(i));
      assertEquals(answers.get(i), pay(i, direct));
    }
    assertEquals(CALLS, Till.runs());
    assertTrue(toFirst.cuts() + toSecond.cuts() > CALLS / 10, "cuts: " + toFirst.cuts());
  }

  /** The answers to all calls, and to all of them again, and so on. */
  private static List<String> inParallel(List<XmlRpcClient> servers, int times)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(2 * times);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        int number = i;
        for (int time = 0; time < times; time++) {
          answers.add(threads.submit(() -> pay(number, servers)));
        }
      }
      List<String> sorted = new ArrayList<>();
      for (int time = 0; time < times; time++) {
        for (int i = 0; i < CALLS; i++) {
          sorted.add(answers.get(i * times + time).get());
        }
      }
      return sorted;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void clientWithKeysOfItsOwnRunsNothingTwice() throws Exception {
    JettyFixture server = server();
    CuttingProxy proxy = cutting(server, 3);
    XmlRpcClient client =
        opened(client(proxy.uri()).idempotencyKeys(name -> name.equals("till.pay")).build());
    int lost = 0;
    for (int i = 0; i < CALLS; i++) {
      try {
        client.call("till.pay", String.valueOf(i));
      } catch (TransportException twice) {
        // And nobody else knows the key.
        lost++;
      }
    }
    assertTrue(Till.runs() <= CALLS && CALLS - lost <= Till.runs(), lost + " lost");
    assertTrue(lost < CALLS / 2, lost + " lost");
  }

  @Test
  void storeStaysAsSmallAsItMay() throws Exception {
    JettyFixture server = server();
    XmlRpcClient client = opened(client(server.uri()).idempotencyKeys(name -> true).build());
    IntStream.range(0, 2 * ENTRIES)
        .forEach(i -> client.call(String.class, "till.pay", String.valueOf(i)));
    assertEquals(2 * ENTRIES, Till.runs());
    assertEquals(ENTRIES, store.size());
  }
}
