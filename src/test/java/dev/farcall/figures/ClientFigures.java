package dev.farcall.figures;

/**
 * Measures what hostile servers and servers that are down cost the client, which is in this JVM: it
 * is for whoever runs it to give it a small heap. Prints a table, and ends with an error if an
 * outcome is wrong.
 */
public final class ClientFigures {

  private ClientFigures() {}

  /** Runs it, for a minute. */
  public static void main(String[] args) throws Exception {
    Table table = new Table();
    new Client(table).addAll();
    new Outage(table).addAll();
    table.end();
  }
}
