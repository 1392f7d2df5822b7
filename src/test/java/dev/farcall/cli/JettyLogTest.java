package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.RawConnection;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JettyLogTest {

  @Test
  void hostThatIsNoneIsRefusedAndNotLogged() throws Exception {
    try (Serving serving = Serving.with()) {
      URI uri = serving.uris().get(0);
      try (CapturedLog log = CapturedLog.of("org.eclipse.jetty.util");
          Socket socket = new Socket(uri.getHost(), uri.getPort());
          RawConnection caller = new RawConnection(socket)) {
        String head = "GET /RPC2 HTTP/1.1\nHost: localhost caller=mallory\n\n";
        assertEquals(400, caller.send(head).receive().status());
        assertEquals(
            List.of(), log.messages().stream().filter(line -> line.contains("Authority")).toList());
      }
    }
  }
}
