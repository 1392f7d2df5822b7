package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which connections wait for another call, and for how long. */
final class Http1PoolTest {

  private static final String SERVER = "server";

  private final AtomicLong now = new AtomicLong();
  private final Http1Pool pool = new Http1Pool(now::get);

  private static Http1Connection connection(ScriptedServer server) throws Exception {
    return Dialer.tcp(Duration.ofSeconds(10)).connect(server.uri(), Optional.empty());
  }

  @Test
  void connectionIsKeptForThirtySeconds() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang())) {
      Http1Connection kept = connection(server);
      pool.giveBack(SERVER, kept);
      now.addAndGet(Duration.ofSeconds(30).toNanos() - 1);
      assertSame(kept, pool.take(SERVER).orElseThrow());
      pool.giveBack(SERVER, kept);
      now.addAndGet(Duration.ofSeconds(30).toNanos());
      assertEquals(Optional.empty(), pool.take(SERVER));
      server.awaitHangUp();
    }
  }

  @Test
  void connectionToAnotherServerIsNotTaken() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang());
        pool) {
      pool.giveBack(SERVER, connection(server));
      assertEquals(Optional.empty(), pool.take("other"));
    }
  }

  @Test
  void closedPoolKeepsNothing() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang())) {
      pool.close();
      pool.giveBack(SERVER, connection(server));
      server.awaitHangUp();
      assertEquals(Optional.empty(), pool.take(SERVER));
    }
  }
}
