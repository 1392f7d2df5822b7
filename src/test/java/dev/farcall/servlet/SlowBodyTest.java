package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Who sends a byte now and then keeps a thread for as long as settings say, and no longer. */
final class SlowBodyTest {

  @Test
  void dribbledBodyIsRefusedAfterItsTimeAndOthersAreAnsweredMeanwhile() throws Exception {
    byte[] call = document("test.echo", "<string>x</string>");
    try (ServletFixture server = ServletFixture.start("max-body-seconds", "1");
        RawConnection slow = server.connect()) {
      slow.send(head(call.length + 1_000_000L)).send(call);
      assertTrue(server.answers());
      assertEquals(1, server.calls());
      Reply reply = refusal(slow);
      assertEquals(408, reply.status());
      assertEquals(List.of("close"), reply.header("Connection"));
      assertEquals(
          "the body took longer than the 1 s that max-body-seconds allows",
          fault(reply.body()).faultString());
      assertTrue(server.answers());
      assertEquals(2, server.calls());
    }
  }

  /** That is the container's time for one read; a part of a document is never a call. */
  @Test
  void bodyThatStopsIsGivenUpAndNeverACall() throws Exception {
    byte[] call = document("test.echo", "<string>x</string>");
    try (JettyFixture jetty =
            JettyFixture.of(new XmlRpcServlet())
                .param("handler.test", ServletFixture.Subject.class.getName())
                .param("reading", "lenient")
                .idleTimeout(Duration.ofMillis(300))
                .start();
        CapturedLog log = CapturedLog.of(AccessLog.NAME);
        RawConnection slow = new RawConnection(jetty.connect())) {
      Reply reply = slow.send(head(call.length + 1L)).send(call).receive();
      assertEquals(408, reply.status());
      assertEquals(List.of("close"), reply.header("Connection"));
      assertEquals(
          "no more of the body came for as long as the server waits",
          fault(reply.body()).faultString());
      assertTrue(slow.isAtEnd());
      LogRecord logged = log.take();
      assertNotNull(logged);
      assertTrue(logged.getMessage().startsWith("method=- code=-32002 "), logged.getMessage());
    }
  }

  /** Sends blanks, one at a time, until there is an answer. */
  private static Reply refusal(RawConnection slow) throws Exception {
    while (true) {
      slow.send(" ");
      if (slow.isAnsweredWithin(50)) {
        return slow.receive();
      }
    }
  }
}
