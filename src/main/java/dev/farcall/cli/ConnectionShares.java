package dev.farcall.cli;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection.SslEndPoint;

/**
 * Gives each address a share of the connections that a server holds, so that none can take all of
 * them: what it opens beyond its share is closed at once. It has to be a listener of each
 * connector.
 */
final class ConnectionShares implements Connection.Listener {

  private final int share;
  private final Map<Connection, String> addresses = new HashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();

  /** All connections are still to be opened, of which an address may have so many at a time. */
  ConnectionShares(int share) {
    this.share = share;
  }

  @Override
  public void onOpened(Connection connection) {
    // What is spoken within TLS is a connection of its own to Jetty.
    boolean counted = !(connection.getEndPoint() instanceof SslEndPoint);
    if (counted && take(connection, address(connection)) > share) {
      connection.getEndPoint().close();
    }
  }

  // Once it is closed it does not know its address any more.
  @Override
  public synchronized void onClosed(Connection connection) {
    String address = addresses.remove(connection);
    if (address != null) {
      taken.computeIfPresent(address, (key, own) -> own == 1 ? null : own - 1);
    }
  }

  private synchronized int take(Connection connection, String address) {
    addresses.put(connection, address);
    return taken.merge(address, 1, Integer::sum);
  }

  private static String address(Connection connection) {
    SocketAddress address = connection.getEndPoint().getRemoteSocketAddress();
    return address instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : String.valueOf(address);
  }
}
