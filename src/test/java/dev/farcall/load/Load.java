package dev.farcall.load;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.ServeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
  private static final int DEADLINE_MILLIS = 3_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final ServeProcess server;
  private final Callers callers;

  private Load(ServeProcess server) {
    this.server = server;
    this.callers = new Callers(server, CALL_MILLIS);
  }

  /** Runs it, for less than two minutes. */
  public static void main(String[] args) throws Exception {
    try (ServeProcess server = ServeProcess.start("256m", "load=" + Sleeper.class.getName())) {
      Load load = new Load(server);
      // Until the JVM has compiled what is used most.
      load.callers.start(2, 4, 16, Duration.ofSeconds(10)).join();
      System.out.printf(
          "calls of %d ms, %d places: at most %d calls per second%n%s%n",
          CALL_MILLIS, PLACES, PLACES * 1000 / CALL_MILLIS, Figures.head());
      load.overload();
      load.flood();
      load.slow();
      load.deadline();
    }
  }

  private void overload() throws InterruptedException {
    print("one caller", callers.start(2, 1, 1, Duration.ofSeconds(5)));
    print("64 callers", callers.start(2, 4, PLACES / 4, Duration.ofSeconds(10)));
    print("640 callers", callers.start(2, 40, PLACES / 4, Duration.ofSeconds(20)));
    print("64 callers, the second after", callers.start(2, 4, 16, Duration.ofSeconds(1)));
  }

  private void flood() throws InterruptedException {
    Duration time = Duration.ofSeconds(10);
    Callers.Running flood = callers.start(2, 1, 200, time);
    Callers.Running other = callers.start(3, 1, 16, time);
    print("200 callers of one address", flood);
    print("16 callers of another, meanwhile", other);
  }

  private void slow() throws Exception {
    SlowConnections slow = new SlowConnections();
    slow.addHeads(server, "127.0.0.2", 200);
    slow.addBodies(server, "127.0.0.2", 200);
    Callers.Running good = callers.start(3, 1, 4, Duration.ofSeconds(30));
    long seconds = slow.dribble();
    print("4 callers beside 200 slow heads and 200 slow bodies", good);
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

  private static void print(String what, Callers.Running running) throws InterruptedException {
    System.out.println(running.join().row(what));
  }
}
