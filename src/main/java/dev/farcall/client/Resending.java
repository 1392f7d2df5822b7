package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import java.util.Set;

/** Which calls may be sent again. */
enum Resending {
  /** What was certainly not run: not sent, or refused by a server that says so. */
  NOT_RUN {
    @Override
    boolean allows(TransportException failure) {
      return failure.delivery() != Delivery.UNKNOWN;
    }
  },
  /** Also what may have been run, since to run it twice does no more. */
  IDEMPOTENT {
    @Override
    boolean allows(TransportException failure) {
      return failure.delivery() != Delivery.UNKNOWN || isTrouble(failure);
    }
  };

  /** Of a server that has too much to do, or of a proxy that does not reach one. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  abstract boolean allows(TransportException failure);

  /**
   * Whether the server is in trouble that may pass. Most replies that are no answer say instead
   * that the call or the address is wrong, which is no better elsewhere.
   */
  static boolean isTrouble(TransportException failure) {
    return !(failure instanceof ProtocolError reply) || PASSING.contains(reply.status());
  }
}
