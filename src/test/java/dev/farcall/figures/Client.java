package dev.farcall.figures;

import dev.farcall.WireException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.figures.HostileServers.Hostility;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.Times;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Measures what hostile servers cost the client, which is in this JVM. */
final class Client {

  private static final int CALLS = 20;
  private static final Reply GOOD = Reply.xml(HostileServers.response("<int>5</int>"));

  private final Table table;
  private final Times ordinary = new Times();

  Client(Table table) {
    this.table = table;
  }

  void addAll() throws IOException {
    for (Hostility each : HostileServers.all().toList()) {
      add(each);
    }
    table.add(
        new Line(
            "the call after each of them", "answered", ordinary, Cost.UNKNOWN, Bar.millis(1_000)));
  }

  private void add(Hostility hostility) throws IOException {
    Set<String> outcomes = new TreeSet<>();
    // Until the JVM has compiled what it needs.
    Cost unused = measure(hostility, new Times(), outcomes);
    Times times = new Times();
    Cost cost = measure(hostility, times, outcomes);
    String seen = String.join(" or ", outcomes);
    table.check(hostility.name(), Set.of(hostility.outcome()), seen);
    table.add(new Line(hostility.name(), seen, times, cost, hostility.bar()));
  }

  /** The most that a call takes of the heap, and what it takes of the processors on average. */
  private Cost measure(Hostility hostility, Times times, Set<String> outcomes) throws IOException {
    int rounds = Math.max(3, CALLS / hostility.replies().size());
    int calls = rounds * hostility.replies().size();
    double mebibytes = 0;
    double cpuMillis = 0;
    for (int i = 0; i < calls; i++) {
      Reading before = Reading.afterCollection();
      outcomes.add(outcome(hostility.replies().get(i % hostility.replies().size()), times));
      Cost cost = Cost.between(before, Reading.now(), calls);
      mebibytes = Math.max(mebibytes, cost.mebibytes());
      cpuMillis += cost.cpuMillis();
    }
    return hostility.bar().of(new Cost(mebibytes, cpuMillis));
  }

  /** What comes of a call that is answered so; the next one must be answered. */
  private String outcome(Reply reply, Times times) throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(reply, GOOD);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      long start = System.nanoTime();
      String outcome = outcome(client);
      long end = System.nanoTime();
      times.add(end - start);
      if (!Integer.valueOf(5).equals(client.call("m"))) {
        throw new IllegalStateException("the call after an attack was not answered");
      }
      ordinary.add(System.nanoTime() - end);
      return outcome;
    }
  }

  private static String outcome(XmlRpcClient client) {
    try {
      client.call("m");
      return "answered";
    } catch (WireException e) {
      return String.valueOf(e.code().code());
    }
  }
}
