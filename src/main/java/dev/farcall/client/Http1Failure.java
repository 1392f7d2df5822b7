package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;

/** Says in words why there was no answer. */
final class Http1Failure {
  private Http1Failure() {}

  /** A failure of an exchange. */
  static TransportException of(IOException failure, URI uri, Delivery delivery) {
    boolean told =
        failure instanceof InterruptedIOException || failure instanceof ProtocolException;
    String problem =
        told ? String.valueOf(failure.getMessage()) : "the connection broke before the answer came";
    return new TransportException(Addresses.shown(uri), delivery, problem, failure);
  }

  /** A failure to connect. */
  static TransportException ofConnecting(IOException failure, URI uri) {
    return new TransportException(
        Addresses.shown(uri), Delivery.NOT_SENT, connecting(failure, uri), failure);
  }

  private static String connecting(IOException failure, URI uri) {
    if (failure instanceof UnknownHostException) {
      return "there is no host " + uri.getHost();
    } else if (failure instanceof SocketTimeoutException) {
      return "no connection in time (connectTimeout)";
    } else if (failure instanceof InterruptedIOException) {
      return String.valueOf(failure.getMessage());
    }
    return "nothing accepts connections there";
  }
}
