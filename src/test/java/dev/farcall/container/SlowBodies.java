package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Callers who send a byte of a body now and then. */
final class SlowBodies implements Closeable {

  private static final String DISPLACED =
      "of as many bodies as max-waiting-bodies allows this was the slowest, and another came; try"
          + " again later";

  /** So that a server that displaces none is found out. */
  private static final int MOST = 1000;

  private final RunningContainer server;
  private final List<RawConnection> waiting = new ArrayList<>();
  private int begun;

  private SlowBodies(RunningContainer server) {
    this.server = server;
  }

  /** As many from each of these addresses of this machine. */
  static SlowBodies of(RunningContainer server, int each, String... addresses) throws IOException {
    SlowBodies slow = new SlowBodies(server);
    for (int i = 0; i < each * addresses.length; i++) {
      slow.begin(addresses[i % addresses.length]);
    }
    return slow;
  }

  private void begin(String address) throws IOException {
    assertTrue(++begun < MOST, "none gave way");
    RawConnection connection = server.connect(address);
    waiting.add(connection);
    connection.send(head(server, "Content-Length: 1000") + "<methodCall>");
  }

  /** A call of which the body is sent once the head has been read. */
  static Reply lateCall(RunningContainer server, String address, String document)
      throws IOException {
    try (RawConnection connection = server.connect(address)) {
      Reply first =
          connection
              .send(head(server, "Expect: 100-continue\nContent-Length: " + document.length()))
              .receive();
      return first.status() == 100 ? connection.send(document).receive() : first;
    }
  }

  /**
   * Sends a byte of each body, and answers whether one of them is told that it gave way. In the
   * place of each that was refused otherwise another begins, from that address.
   */
  boolean isOneDisplaced(String address) throws IOException {
    for (RawConnection each : List.copyOf(waiting)) {
      each.send(" ");
      if (each.isAnsweredWithin(1)) {
        waiting.remove(each);
        try (each) {
          Reply reply = each.receive();
          if (reply.status() == 503 && reply.text().contains(DISPLACED)) {
            return true;
          }
        }
        begin(address);
      }
    }
    return false;
  }

  private static String head(RunningContainer server, String headers) {
    return "POST "
        + server.path()
        + "/RPC2 HTTP/1.1\nHost: localhost\nContent-Type: text/xml\n"
        + headers
        + "\n\n";
  }

  @Override
  public void close() throws IOException {
    for (RawConnection each : waiting) {
      each.close();
    }
  }
}
