package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words what the JDK's client throws. */
final class HttpFailure {
  private HttpFailure() {}

  static TransportException of(
      @Nullable Throwable cause, URI uri, Delivery delivery, HttpOptions options) {
    boolean refused = cause instanceof SSLException tls && TlsFailure.isRefusal(tls);
    return new TransportException(
        Addresses.shown(uri),
        refused ? Delivery.NOT_SENT : delivery,
        problem(cause, uri, options),
        cause);
  }

  /** The failure that is not of the connection, but of what was to be sent over it. */
  static Optional<WireException> ofOwn(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WireException own) {
        return Optional.of(own);
      }
    }
    return Optional.empty();
  }

  /** Whether a connection that was thought to be open turned out not to be, at no loss. */
  static boolean isDeadConnection(TransportException failure) {
    Throwable cause = failure.getCause();
    return failure.delivery() == Delivery.NOT_SENT
        && cause instanceof IOException
        && !(cause instanceof ConnectException)
        && !(cause instanceof HttpTimeoutException)
        && !(cause instanceof ProtocolException)
        && !(cause instanceof SSLException)
        && !isWithoutTunnel(cause);
  }

  private static String problem(@Nullable Throwable cause, URI uri, HttpOptions options) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "no connection within " + options.connectTimeout().toMillis() + " ms (connectTimeout)";
    } else if (has(cause, UnresolvedAddressException.class)
        || has(cause, UnknownHostException.class)) {
      return "there is no host " + uri.getHost();
    } else if (cause instanceof ConnectException) {
      return "nothing accepts connections there";
    } else if (cause instanceof SSLException untrusted) {
      return TlsFailure.describe(untrusted, uri.getHost());
    } else if (cause instanceof ProtocolException) {
      return "what answers there does not speak HTTP: " + cause.getMessage();
    } else if (cause != null && isWithoutTunnel(cause)) {
      return "the proxy makes no tunnel to that server: " + cause.getMessage();
    }
    return "the connection broke before the answer came";
  }

  /** The JDK has neither a class nor a reply for a proxy that refuses CONNECT. */
  private static boolean isWithoutTunnel(Throwable cause) {
    return cause instanceof IOException
        && String.valueOf(cause.getMessage()).startsWith("Tunnel failed");
  }

  private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
