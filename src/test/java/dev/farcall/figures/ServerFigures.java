package dev.farcall.figures;

import dev.farcall.testkit.Times;
import java.io.IOException;
import java.util.Set;

/**
 * Measures what attacks cost {@code serve}, with the settings it has by default and a heap of 128
 * MB, and prints a table. Ends with an error if an answer is wrong; a figure that is too high is in
 * the table.
 *
 * <pre>{@code
 * mvn -Pfigures test
 * }</pre>
 */
public final class ServerFigures {

  private ServerFigures() {}

  /** Runs it, for a few minutes. */
  public static void main(String[] args) throws IOException {
    Table table = new Table();
    try (Served server = Served.start()) {
      Measuring measuring = new Measuring(server, table);
      measuring.addAll(XmlAttacks.all());
      measuring.addAll(BodyAttacks.all());
      measuring.addAll(NumberAttacks.all());
      measuring.addAll(Mebibytes.all());
      addSuite(measuring, table);
      addDepth(server, table);
      new Connections(server, table).addAll();
      addOrdinary(server, table);
    }
    table.end();
  }

  private static void addSuite(Measuring measuring, Table table) throws IOException {
    if (Suite.isThere()) {
      measuring.add(Suite.attack());
    } else {
      table.skip("the suite of the W3C", "for it is not there: .ci/run fetches it");
    }
  }

  private static void addOrdinary(Served server, Table table) {
    table.add(
        new Line(
            "an ordinary call on a new connection after each of them",
            "200 answered",
            server.ordinary(),
            Cost.UNKNOWN,
            Bar.millis(1_000)));
  }

  /** What is sent slowly is answered when what was read is enough. */
  private static void addDepth(Served server, Table table) throws IOException {
    int bytes = server.bytesUntilAnswered(XmlAttacks.DEEP);
    String what = "100,000 levels, 1 KiB sent each 50 ms until the answer comes";
    table.check(what, Set.of("less"), bytes < 65_536 ? "less" : bytes + " bytes");
    table.add(
        new Line(
            what,
            "after %,d bytes".formatted(bytes),
            new Times(),
            Cost.UNKNOWN,
            Bar.words("< 65,536 bytes are read")));
  }
}
