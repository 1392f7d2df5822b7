package dev.farcall.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Makes connections to a server. */
@FunctionalInterface
interface Dialer {

  /**
   * Connects.
   *
   * @param left for which an answer is wanted at all
   * @throws java.net.UnknownHostException if there is no such server
   */
  Http1Connection connect(URI uri, Optional<Duration> left) throws IOException;

  /** Connects over TCP, to the first address of the host that accepts. */
  static Dialer tcp(Duration timeout) {
    return (uri, left) -> {
      Watch watch = new Watch(timeout, left);
      IOException failure = null;
      for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
        try {
          SocketChannel channel = SocketChannel.open();
          channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
          return connected(channel, new InetSocketAddress(address, Addresses.port(uri)), watch);
        } catch (IOException e) {
          failure = e;
        }
      }
      throw failure == null ? new IOException("a host without an address") : failure;
    };
  }

  /** Connects to a socket in the file system, whatever the address says. */
  static Dialer unix(Path socket, Duration timeout) {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(socket);
    return (uri, left) ->
        connected(
            SocketChannel.open(StandardProtocolFamily.UNIX), address, new Watch(timeout, left));
  }

  private static Http1Connection connected(SocketChannel channel, SocketAddress to, Watch watch)
      throws IOException {
    try {
      channel.configureBlocking(false);
      channel.connect(to);
      return Http1Connection.of(channel, watch);
    } catch (IOException | RuntimeException e) {
      try (channel) {
        throw e;
      }
    }
  }
}
