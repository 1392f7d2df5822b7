package dev.farcall.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.ServeProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Connections on which a byte comes each second, in the head of a call or in its body. */
final class SlowConnections {

  private final List<RawConnection> open = new ArrayList<>();

  /** Opens so many, whose heads never end. */
  void addHeads(ServeProcess server, String from, int count) throws IOException {
    add(server, from, count, Requests.head(1_000) + "X: ");
  }

  /** Opens so many, whose heads are complete and whose bodies never end. */
  void addBodies(ServeProcess server, String from, int count) throws IOException {
    add(server, from, count, Requests.head(1_000) + "\r\n<");
  }

  private void add(ServeProcess server, String from, int count, String start) throws IOException {
    for (int i = 0; i < count; i++) {
      open.add(server.connect(from).send(start.getBytes(US_ASCII)));
    }
  }

  /** Sends a byte on each, until the server has closed them all; the seconds it took. */
  long dribble() throws InterruptedException {
    long start = System.nanoTime();
    while (!open.isEmpty()) {
      Thread.sleep(1_000);
      for (Iterator<RawConnection> each = open.iterator(); each.hasNext(); ) {
        try {
          each.next().send(" ".getBytes(US_ASCII));
        } catch (IOException e) {
          each.remove();
        }
      }
    }
    return (System.nanoTime() - start) / 1_000_000_000;
  }
}
