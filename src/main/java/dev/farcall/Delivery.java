package dev.farcall;

/**
 * How far a call came that got no answer, which decides whether sending it again could run it
 * twice.
 */
public enum Delivery {
  /** No server can have seen the whole call: sending it again is safe. */
  NOT_SENT,
  /** The server says that it did not start the call: sending it again, or elsewhere, is safe. */
  REFUSED,
  /**
   * The call may have been run, or be running: only an idempotent one may be sent again, or one
   * with an idempotency key that the server keeps.
   */
  UNKNOWN
}
