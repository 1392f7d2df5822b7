package dev.farcall.cli;

import dev.farcall.call.PeerNetwork;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection.SslEndPoint;

/**
 * Gives each address, or network of IPv6, a share of the connections that a server holds, so that
 * none can take all of them: what it opens beyond its share is closed at once. It has to be a
 * listener of each connector.
 */
final class ConnectionShares implements Connection.Listener {

  private final int share;
  private final Map<Connection, String> networks = new HashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();

  /** All connections are still to be opened, of which one may have so many at a time. */
  ConnectionShares(int share) {
    this.share = share;
  }

  @Override
  public void onOpened(Connection connection) {
    // What is spoken within TLS is a connection of its own to Jetty.
    boolean counted = !(connection.getEndPoint() instanceof SslEndPoint);
    if (counted && take(connection, network(connection)) > share) {
      connection.getEndPoint().close();
    }
  }

  // Once it is closed it does not know its address any more.
  @Override
  public synchronized void onClosed(Connection connection) {
    String network = networks.remove(connection);
    if (network != null) {
      taken.computeIfPresent(network, (key, own) -> own == 1 ? null : own - 1);
    }
  }

  private synchronized int take(Connection connection, String network) {
    networks.put(connection, network);
    return taken.merge(network, 1, Integer::sum);
  }

  private static String network(Connection connection) {
    SocketAddress address = connection.getEndPoint().getRemoteSocketAddress();
    return address instanceof InetSocketAddress remote
        ? PeerNetwork.of(remote.getAddress().getHostAddress())
        : String.valueOf(address);
  }
}
