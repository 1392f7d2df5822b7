package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.call.IdempotencyKeyHeader;

/**
 * The refusals of calls with an idempotency key; the statuses are those of the IETF's draft. None
 * of them has the key, by which an answer could be had.
 */
final class KeyRefusals {

  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private KeyRefusals() {}

  static RefusedCallException malformed() {
    return bad(
        "the header "
            + IdempotencyKeyHeader.NAME
            + " is not one string in quotes of 1 to "
            + IdempotencyKeyHeader.LONGEST
            + " characters, as \"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
  }

  /** For a caller whom nothing but the key tells from others. */
  static RefusedCallException guessable(int shortest) {
    return bad(
        "the header "
            + IdempotencyKeyHeader.NAME
            + " of a caller who is not authenticated has at least "
            + shortest
            + " characters, which nobody can guess, as a random UUID");
  }

  /** For a method that would be run twice by a caller who relies on the key. */
  static RefusedCallException notTaken() {
    return bad("the method takes no " + IdempotencyKeyHeader.NAME + " (setting idempotency-keys)");
  }

  static RefusedCallException anotherCall() {
    return new RefusedCallException(
        Refusal.of(
            UNPROCESSABLE,
            FaultCode.TRANSPORT_ERROR,
            "the " + IdempotencyKeyHeader.NAME + " was sent before, with other parameters"));
  }

  static RefusedCallException stillRunning() {
    return new RefusedCallException(
        Refusal.of(
                CONFLICT,
                FaultCode.STILL_RUNNING,
                "the call that was sent with this "
                    + IdempotencyKeyHeader.NAME
                    + " is still running; ask again later")
            .withHeader("Retry-After", Refusals.A_SECOND));
  }

  /** For a call that could not be begun, for this reason. */
  static RefusedCallException notStarted(String reason) {
    return new RefusedCallException(
        Refusals.unprocessed(reason + "; the call was not started, try again later"));
  }

  private static RefusedCallException bad(String message) {
    return new RefusedCallException(
        Refusal.of(Refusals.BAD_REQUEST, FaultCode.TRANSPORT_ERROR, message));
  }
}
