package dev.farcall.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends calls over HTTP/1.1 in the thread of the caller, head and body in one piece, which is
 * several times as fast as a client that hands each call to a thread of its own and back. It knows
 * how much of a call was sent, and so what can have become of it.
 *
 * <p>A connection that was kept is looked at before it is used again, so that no call is lost on
 * one that the server has closed. Only if nothing at all could be sent over it is the call sent
 * over another.
 */
final class Http1Transport implements Transport {

  private static final int MOST_INTERIM = 8;

  private final Dialer dialer;
  private final Duration readTimeout;
  private final Http1Pool pool = new Http1Pool(System::nanoTime);

  Http1Transport(Dialer dialer, Duration readTimeout) {
    this.dialer = dialer;
    this.readTimeout = readTimeout;
  }

  @Override
  public TransportReply send(TransportRequest request) {
    String server = Addresses.authority(request.uri());
    Watch watch = new Watch(readTimeout, request.remaining());
    Optional<Http1Connection> kept = pool.take(server);
    if (kept.isPresent()) {
      Http1Outgoing outgoing = new Http1Outgoing(request);
      try {
        return exchange(new Http1Lease(kept.get(), watch, pool, server, true), outgoing);
      } catch (IOException e) {
        pool.doubt(server);
        if (outgoing.isBegun()) {
          throw Http1Failure.of(e, request.uri(), outgoing.delivery());
        }
      }
    }
    Http1Outgoing outgoing = new Http1Outgoing(request);
    try {
      Http1Connection connection = connect(request);
      return exchange(new Http1Lease(connection, watch, pool, server, true), outgoing);
    } catch (IOException e) {
      throw Http1Failure.of(e, request.uri(), outgoing.delivery());
    }
  }

  private Http1Connection connect(TransportRequest request) {
    try {
      return dialer.connect(request.uri(), request.remaining());
    } catch (IOException e) {
      throw Http1Failure.ofConnecting(e, request.uri());
    }
  }

  private static TransportReply exchange(Http1Lease lease, Http1Outgoing outgoing)
      throws IOException {
    try {
      Http1Head head = answer(lease, outgoing);
      boolean kept = head.keepsConnection() && outgoing.isWhole();
      Http1Body body = Http1Body.of(head, kept ? lease : lease.once());
      letGo(outgoing);
      return new TransportReply(head.status(), head.headers(), body);
    } catch (IOException | RuntimeException | Error e) {
      Closeable broken = lease::breakOff;
      try (broken;
          outgoing) {
        throw e;
      }
    }
  }

  private static void letGo(Http1Outgoing answered) {
    try {
      answered.close();
    } catch (IOException | RuntimeException e) {
      // There is an answer: what was not sent is not missed.
      return;
    }
  }

  /** Sends the request, and passes over answers that only say that the answer is to come. */
  private static Http1Head answer(Http1Lease lease, Http1Outgoing outgoing) throws IOException {
    Http1Connection connection = lease.connection();
    Http1Lines lines = new Http1Lines(connection, lease.watch());
    for (int interim = 0; interim < MOST_INTERIM; interim++) {
      // After an interim answer there may be more to send, which it had interrupted.
      do {
        connection.send(outgoing.parts(), lease.watch());
      } while (outgoing.next());
      connection.awaitAnswer(lease.watch());
      Http1Head head = Http1Head.read(lines);
      if (!head.isInterim()) {
        return head;
      }
    }
    throw new ProtocolException("more than " + MOST_INTERIM + " interim answers");
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return "HTTP/1.1";
  }
}
