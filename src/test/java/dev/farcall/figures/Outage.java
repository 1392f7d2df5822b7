package dev.farcall.figures;

import dev.farcall.TransportException;
import dev.farcall.client.Retries;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures what a client does when no server answers. */
final class Outage {

  private static final Reply GOOD = Reply.xml(HostileServers.response("<int>5</int>"));
  private static final int CALLERS = 100;
  private static final int OUTAGE_MILLIS = 5_000;
  private static final int PAUSE_MILLIS = 10;
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final int CALLS = 20;

  private final Table table;

  Outage(Table table) {
    this.table = table;
  }

  void addAll() throws IOException, InterruptedException {
    addRecovery();
    try (ScriptedServer silent = ScriptedServer.answering(Reply.hang())) {
      addDeadline("a server that does not answer", silent.uri().toString());
    }
    addDeadline("a server that is down", address(unusedPort()));
  }

  private static int unusedPort() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(GOOD)) {
      return server.port();
    }
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port + "/RPC2";
  }

  /** Two servers are down, and one comes back. */
  private void addRecovery() throws IOException, InterruptedException {
    int port = unusedPort();
    Times times = new Times();
    try (XmlRpcClient client =
        XmlRpcClient.builder(address(port)).server(address(unusedPort())).build()) {
      AtomicInteger failures = new AtomicInteger();
      List<Thread> callers = new ArrayList<>();
      long back = System.nanoTime() + OUTAGE_MILLIS * 1_000_000L;
      for (int i = 0; i < CALLERS; i++) {
        Thread caller = new Thread(() -> times.add(answeredAt(client, failures) - back));
        caller.start();
        callers.add(caller);
      }
      Thread.sleep(OUTAGE_MILLIS);
      ScriptedServer returned = ScriptedServer.answeringAt(port, GOOD);
      for (Thread caller : callers) {
        caller.join();
      }
      returned.close();
      table.add(
          new Line(
              "two servers are down for 5 s, then one returns: until each of 100 callers has"
                  + " an answer",
              failures.get() > CALLERS ? "answered" : "did not fail before",
              times,
              Cost.UNKNOWN,
              Bar.millis(2_000)));
    }
  }

  /** Calls until it is answered. */
  private static long answeredAt(XmlRpcClient client, AtomicInteger failures) {
    while (true) {
      try {
        client.call("m");
        return System.nanoTime();
      } catch (TransportException e) {
        failures.incrementAndGet();
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void addDeadline(String what, String server) {
    Times beyond = new Times();
    try (XmlRpcClient client =
        XmlRpcClient.builder(server)
            .timeout(TIMEOUT)
            .idempotent(method -> true)
            .retries(Retries.defaults().withAttempts(100))
            .build()) {
      for (int i = 0; i < 2 * CALLS; i++) {
        long start = System.nanoTime();
        fail(client);
        long late = System.nanoTime() - start - TIMEOUT.toNanos();
        if (i >= CALLS) {
          // What would not be over in time is given up before.
          beyond.add(Math.max(0, late));
        }
      }
    }
    table.add(
        new Line(
            "300 ms for a call to " + what + ": how long beyond that",
            "TransportException",
            beyond,
            Cost.UNKNOWN,
            Bar.millis(50)));
  }

  private static void fail(XmlRpcClient client) {
    try {
      throw new IllegalStateException("answered: " + client.call("m"));
    } catch (TransportException expected) {
      // As it should be.
    }
  }
}
