package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.farcall.testkit.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConnectionSharesTest {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final List<RawConnection> open = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    connector.addEventListener(new ConnectionShares(2));
    server.addConnector(connector);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (RawConnection each : open) {
      each.close();
    }
    server.stop();
  }

  /** Answers the status of a request on a new connection, which stays open if it is answered. */
  private int request(String from) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(10_000);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
    RawConnection connection = new RawConnection(socket);
    try {
      int status = connection.send("GET / HTTP/1.1\nHost: localhost\n\n").receive().status();
      open.add(connection);
      return status;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  @Test
  void addressGetsNoMoreThanItsShare() throws IOException {
    assertEquals(404, request("127.0.0.1"));
    assertEquals(404, request("127.0.0.1"));
    assertThrows(IOException.class, () -> request("127.0.0.1"));
    assertEquals(404, request("127.0.0.2"));
  }

  @Test
  void shareIsFreeAgainWhenAConnectionHasEnded() throws IOException {
    assertEquals(404, request("127.0.0.1"));
    assertEquals(404, request("127.0.0.1"));
    open.remove(0).close();
    while (!isAnswered()) {
      // The server has not noticed yet.
      Thread.onSpinWait();
    }
    assertThrows(IOException.class, () -> request("127.0.0.1"));
  }

  /** Whoever has an address of IPv6 has as many as would take all connections. */
  @Test
  void addressesOfAnIpv6NetworkAreOne() throws IOException {
    ConnectionShares shares = new ConnectionShares(2);
    assertFalse(isClosedAtOnce(shares, "2001:db8:1:2::1"));
    assertFalse(isClosedAtOnce(shares, "2001:db8:1:2:ffff::2"));
    assertTrue(isClosedAtOnce(shares, "2001:db8:1:2:3:4:5:6"));
    assertFalse(isClosedAtOnce(shares, "2001:db8:1:3::1"));
    assertFalse(isClosedAtOnce(shares, "::ffff:192.0.2.1"));
    assertFalse(isClosedAtOnce(shares, "192.0.2.1"));
    assertTrue(isClosedAtOnce(shares, "::ffff:192.0.2.1"));
  }

  private static boolean isClosedAtOnce(ConnectionShares shares, String from) throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    EndPoint end = mock(EndPoint.class);
    when(end.getRemoteSocketAddress())
        .thenReturn(new InetSocketAddress(InetAddress.getByName(from), 1));
    lenient()
        .doAnswer(
            call -> {
              closed.set(true);
              return null;
            })
        .when(end)
        .close();
    Connection connection = mock(Connection.class);
    when(connection.getEndPoint()).thenReturn(end);
    shares.onOpened(connection);
    return closed.get();
  }

  private boolean isAnswered() {
    try {
      return request("127.0.0.1") == 404;
    } catch (IOException e) {
      return false;
    }
  }
}
