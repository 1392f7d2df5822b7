package dev.farcall.figures;

import dev.farcall.testkit.Times;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Measures what attacks cost the server: each alone, when the JVM has compiled what it needs. */
final class Measuring {

  /** How many requests are sent before those that are measured, and then. */
  private static final int REQUESTS = 20;

  private final Served server;
  private final Table table;

  Measuring(Served server, Table table) {
    this.server = server;
    this.table = table;
  }

  void addAll(Stream<Attack> attacks) throws IOException {
    for (Attack attack : attacks.toList()) {
      add(attack);
    }
  }

  void add(Attack attack) throws IOException {
    int rounds = Math.max(3, REQUESTS / attack.requests().size());
    for (int i = 0; i < rounds; i++) {
      sendAll(attack);
    }
    Times times = new Times();
    Set<String> answers = new TreeSet<>();
    for (int i = 0; i < rounds; i++) {
      for (byte[] request : attack.requests()) {
        long start = System.nanoTime();
        answers.add(server.send(request));
        times.add(System.nanoTime() - start);
        server.callAsUsual();
      }
    }
    answers.forEach(answer -> table.check(attack.name(), attack.answers(), answer));
    String seen = String.join(" or ", answers);
    table.add(new Line(attack.name(), seen, times, cost(attack, rounds), attack.bar()));
  }

  private Cost cost(Attack attack, int rounds) throws IOException {
    double mebibytes = attack.bar().asksForHeap() ? heap(attack) : Double.NaN;
    return new Cost(mebibytes, attack.bar().asksForCpu() ? cpu(attack, rounds) : Double.NaN);
  }

  private double heap(Attack attack) throws IOException {
    double most = 0;
    for (byte[] request : attack.requests()) {
      Reading before = server.reset();
      String unused = server.send(request);
      most = Math.max(most, Cost.between(before, server.read(), 1).mebibytes());
    }
    return most;
  }

  private double cpu(Attack attack, int rounds) throws IOException {
    Reading before = server.reset();
    for (int i = 0; i < rounds; i++) {
      sendAll(attack);
    }
    return Cost.between(before, server.read(), rounds * attack.requests().size()).cpuMillis();
  }

  private void sendAll(Attack attack) throws IOException {
    for (byte[] request : attack.requests()) {
      String unused = server.send(request);
    }
  }
}
