package dev.farcall.client;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Carries calls over HTTP through a socket in the file system, as supervisord offers one: whoever
 * may open the file may call, and nobody else.
 *
 * <pre>{@code
 * XmlRpcClient.builder("http://localhost/RPC2")
 *     .transport(UnixSocketTransport.of(Path.of("/run/supervisor.sock")))
 *     .build();
 * }</pre>
 *
 * <p>The address of the client gives the path and the Host header. Safe for use by many threads.
 */
public final class UnixSocketTransport implements Transport {

  private final Path socket;
  private final Http1Transport transport;

  private UnixSocketTransport(Path socket, Duration readTimeout) {
    this.socket = socket;
    transport =
        new Http1Transport(Dialer.unix(socket, HttpOptions.DEFAULTS.connectTimeout()), readTimeout);
  }

  /** A transport through this socket, on which nothing need move for 60 seconds. */
  public static UnixSocketTransport of(Path socket) {
    return new UnixSocketTransport(socket, HttpOptions.DEFAULTS.readTimeout());
  }

  /** The same with another time for which nothing need move. */
  public UnixSocketTransport withReadTimeout(Duration timeout) {
    return new UnixSocketTransport(socket, Calls.positive(timeout));
  }

  @Override
  public TransportReply send(TransportRequest request) {
    return transport.send(request);
  }

  @Override
  public void close() {
    transport.close();
  }

  @Override
  public String toString() {
    return "HTTP/1.1 through " + socket;
  }
}
