package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LastCallsTest {

  private static final String WAIT = "GET /wait HTTP/1.1\nHost: localhost\n\n";
  private static final String QUICK = "GET /quick HTTP/1.1\nHost: localhost\n\n";

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final LastCalls lastCalls = new LastCalls(new Waiting());

  /** Answers at once, or when it may. */
  private final class Waiting extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (Request.getPathInContext(request).equals("/wait")) {
        started.countDown();
        go.await();
      }
      callback.succeeded();
      return true;
    }
  }

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(lastCalls);
    server.setStopTimeout(10_000);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    go.countDown();
    server.stop();
  }

  private RawConnection connect() throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(10_000);
    return new RawConnection(socket);
  }

  @Test
  void requestOnAKeptConnectionIsRefusedAsNotStarted() throws Exception {
    try (RawConnection kept = connect();
        RawConnection running = connect()) {
      assertEquals(200, kept.send(QUICK).receive().status());
      running.send(WAIT);
      started.await();
      Thread stopping = new Thread(this::stopServer);
      stopping.start();
      while (!lastCalls.isShutdown()) {
        Thread.onSpinWait();
      }
      Reply refused = kept.send(QUICK).receive();
      assertEquals(503, refused.status());
      assertEquals(List.of("1"), refused.header("Farcall-Unprocessed"));
      assertEquals(List.of("1"), refused.header("Retry-After"));
      assertEquals(List.of("close"), refused.header("Connection"));
      go.countDown();
      assertEquals(200, running.receive().status());
      stopping.join();
    }
  }

  private void stopServer() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
