package dev.farcall.load;

import dev.farcall.load.Arrivals.Rate;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.ServeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Measures how {@code serve}, with the settings it has by default, stands too many callers, one
 * that takes what it can, and slow ones, and prints a table.
 *
 * <pre>{@code
 * mvn -Pload test
 * }</pre>
 */
public final class Load {

  private static final int CALL_MILLIS = 200;
  private static final int PLACES = 64;
  private static final int CAPACITY = PLACES * 1_000 / CALL_MILLIS;
  private static final int FEW = 20;
  private static final int DEADLINE_MILLIS = 3_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final ServeProcess server;
  private final byte[] call = Requests.sleep(CALL_MILLIS, "");

  private Load(ServeProcess server) {
    this.server = server;
  }

  /** Runs it, for less than three minutes. */
  public static void main(String[] args) throws Exception {
    try (ServeProcess server = ServeProcess.start("256m", "load=" + Sleeper.class.getName())) {
      Load load = new Load(server);
      // Until the JVM has compiled what is used most.
      load.arrive(10 * CAPACITY, 10, 2, 40, 400);
      System.out.printf(
          "calls of %d ms, %d places: at most %d calls per second%n%s%n",
          CALL_MILLIS, PLACES, CAPACITY, Figures.head());
      load.overload();
      load.flood();
      load.slow();
      load.deadline();
    }
  }

  private void overload() throws IOException {
    print("few calls", arrive(FEW, 10, 2, 4, FEW));
    print("what it can take", arrive(CAPACITY, 10, 2, 40, 200));
    Duration before = server.processorTime();
    Figures tenfold = arrive(10 * CAPACITY, 60, 2, 40, 400);
    Duration used = server.processorTime().minus(before);
    print("ten times that", tenfold);
    print("what it can take, the second after", arrive(CAPACITY, 1, 2, 40, 200));
    System.out.printf(
        "under ten times its load the server had %d %% of one core%n", used.toMillis() / 600);
  }

  private void flood() throws Exception {
    FutureTask<Figures> flood = new FutureTask<>(() -> arrive(10 * CAPACITY, 10, 2, 1, 400));
    new Thread(flood).start();
    Figures others = arrive(CAPACITY / 2, 10, 3, 4, 100);
    print("ten times that, from one address", flood.get());
    print("half of what it can take, from four others meanwhile", others);
  }

  private void slow() throws Exception {
    SlowConnections slow = new SlowConnections();
    slow.addHeads(server, "127.0.0.2", 200);
    slow.addBodies(server, "127.0.0.2", 200);
    FutureTask<Figures> good = new FutureTask<>(() -> arrive(FEW, 30, 3, 1, FEW));
    new Thread(good).start();
    long seconds = slow.dribble();
    print("few calls beside 200 slow heads and 200 slow bodies", good.get());
    System.out.printf("the slow ones are gone after %d s%n", seconds);
  }

  /** Takes all places for calls that would take longer than their callers wait. */
  private void deadline() throws IOException {
    byte[] patient = Requests.sleep(60_000, "Farcall-Deadline: " + DEADLINE_MILLIS + "\r\n");
    byte[] quick = Requests.sleep(0, "");
    List<RawConnection> waiting = new ArrayList<>();
    // More than there are places, so that the next call has taken none of them.
    for (int i = 0; i < 2 * PLACES; i++) {
      waiting.add(server.connect("127.0.0." + (2 + i % 4)).send(patient));
    }
    long start = System.nanoTime();
    try (RawConnection next = server.connect("127.0.0.9")) {
      awaitStatus(503, next, quick);
      awaitStatus(200, next, quick);
    }
    System.out.printf(
        "calls with a deadline of %d ms hold all places: the next is answered %d ms after they were"
            + " sent%n",
        DEADLINE_MILLIS, (System.nanoTime() - start) / 1_000_000);
    for (RawConnection each : waiting) {
      each.close();
    }
  }

  private static void awaitStatus(int expected, RawConnection connection, byte[] call)
      throws IOException {
    long start = System.nanoTime();
    while (connection.send(call).receive().status() != expected) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("status " + expected + " does not come");
      }
    }
  }

  private Figures arrive(int perSecond, int seconds, int from, int addresses, int connections)
      throws IOException {
    Duration time = Duration.ofSeconds(seconds);
    return Arrivals.run(server, new Rate(perSecond, time, from, addresses, connections), call);
  }

  private static void print(String what, Figures figures) {
    System.out.println(figures.row(what));
  }
}
