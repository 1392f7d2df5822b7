package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.testkit.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HeadTimeoutTest {

  private static final Duration LIMIT = Duration.ofMillis(200);
  private static final String REQUEST = "GET / HTTP/1.1\nHost: localhost\n\n";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  /** Answers when the limit is over, so that it is seen not to hold for the answer. */
  private static final class Slow extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Thread.sleep(LIMIT.multipliedBy(2).toMillis());
      callback.succeeded();
      return true;
    }
  }

  @BeforeEach
  void start() throws Exception {
    HeadTimeout timeout = new HeadTimeout(LIMIT, new Slow());
    connector.setHost("127.0.0.1");
    connector.addEventListener(timeout);
    server.addConnector(connector);
    server.setHandler(timeout);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private RawConnection connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(10_000);
    return new RawConnection(socket);
  }

  /** Sends a byte from time to time, for ever; the connection is never idle. */
  private static void dribble(RawConnection connection) throws Exception {
    while (true) {
      connection.send("x");
      Thread.sleep(LIMIT.toMillis() / 20);
    }
  }

  @Test
  void connectionThatDribblesItsFirstHeadIsClosed() throws Exception {
    try (RawConnection connection = connect().send("GET / HTTP/1.1\nHost: ")) {
      assertThrows(SocketException.class, () -> dribble(connection));
    }
  }

  @Test
  void connectionThatDribblesItsSecondHeadIsClosed() throws Exception {
    try (RawConnection connection = connect().send(REQUEST)) {
      assertEquals(200, connection.receive().status());
      connection.send("GET / HTTP/1.1\nHost: ");
      assertThrows(SocketException.class, () -> dribble(connection));
    }
  }

  @Test
  void connectionIsKeptFromRequestToRequest() throws Exception {
    try (RawConnection connection = connect()) {
      for (int i = 0; i < 3; i++) {
        assertEquals(200, connection.send(REQUEST).receive().status());
      }
    }
  }
}
