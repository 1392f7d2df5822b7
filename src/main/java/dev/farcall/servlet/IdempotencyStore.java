package dev.farcall.servlet;

import java.time.Duration;
import java.util.Optional;

/**
 * Knows which calls with an {@link dev.farcall.call.IdempotencyKeyHeader} have been made, and what
 * they were answered. One that several servers share, as in a database, lets a caller send a call
 * again to any of them.
 *
 * <p>For each id, {@link #begin} is called first; when that answers empty, either {@link #finish}
 * or {@link #release} follows. A call that was begun and is not finished has been lost with its
 * server, and nobody knows whether it ran: it stays begun for its {@link KeyedCall#lifetime}.
 *
 * <p>An implementation named in {@code web.xml} is public and has a public constructor without
 * parameters; one that is a {@link ServletHandler} is told of the servlet. It is safe for use by
 * many threads. What it throws in {@link #begin} refuses the call; what it throws later goes to the
 * log, and callers are told that the call is still running.
 */
public interface IdempotencyStore extends AutoCloseable {
  /**
   * Begins a call, unless one of this id is there. Of several at the same time, in whatever server,
   * one alone begins.
   *
   * @param call of which the fingerprint is to be kept under the id
   * @return what was begun earlier; empty if this call is the first, and now begun
   * @throws FullException if there is no place for another call
   */
  Optional<Earlier> begin(KeyedCall call) throws FullException;

  /**
   * Keeps the answer of a call that was begun.
   *
   * @param id of the call
   * @param answer a methodResponse as XML, often a few hundred bytes; not to be changed
   * @param lifetime how long it is to be kept from now on
   */
  void finish(String id, byte[] answer, Duration lifetime);

  /** Forgets a call that was begun: it was refused, and nothing was done. */
  void release(String id);

  /** Ends the use by this servlet, when that stops. Nothing by default. */
  @Override
  default void close() {}

  /**
   * A call that was begun earlier.
   *
   * @param fingerprint that it was begun with
   * @param answer as it was kept; empty while the call is running
   */
  record Earlier(String fingerprint, Optional<byte[]> answer) {}

  /** There is no place for another call, and none can be made: all are taken by calls that run. */
  final class FullException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A store that is full.
     *
     * @param problem what is full, and the setting to change; the caller is told
     */
    public FullException(String problem) {
      super(problem);
    }
  }
}
