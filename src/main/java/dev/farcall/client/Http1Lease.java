package dev.farcall.client;

import java.io.IOException;

/**
 * A connection for as long as one call needs it.
 *
 * @param server the pool's name for who is at the other end
 * @param kept whether it goes back into the pool
 */
record Http1Lease(
    Http1Connection connection, Watch watch, Http1Pool pool, String server, boolean kept) {

  /** The same of a connection that is closed afterwards. */
  Http1Lease once() {
    return new Http1Lease(connection, watch, pool, server, false);
  }

  /** The answer was read to its end. A connection on which more came than that is not kept. */
  void end() throws IOException {
    if (kept && !connection.hasUnread()) {
      pool.giveBack(server, connection);
    } else {
      connection.close();
    }
  }

  /** The answer was not read to its end. */
  void breakOff() throws IOException {
    connection.close();
  }
}
