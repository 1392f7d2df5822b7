package dev.farcall.servlet;

import dev.farcall.wire.Spool;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where documents lie while their calls last: what is long in files, the rest in memory, of which
 * all of them together get no more than a limit. Else a few dozen documents, each of which is
 * within the limits, fill a heap, and then every call fails.
 */
final class Rooms {

  private final Spool spool;
  private final long limit;
  private final AtomicLong held = new AtomicLong();

  /** Rooms with nothing in them. */
  Rooms(Spool spool, LoadSettings settings) {
    this.spool = spool;
    this.limit = settings.maxHeldBytes();
  }

  /** Room for one document. */
  Room open() {
    return new Room(this, spool.open());
  }

  /**
   * Counts bytes that are held.
   *
   * @throws BusyException if there are too many now
   */
  void hold(long bytes) throws BusyException {
    if (held.addAndGet(bytes) > limit) {
      held.addAndGet(-bytes);
      throw new BusyException(
          "the documents of all calls together have as many bytes as max-held-bytes allows ("
              + limit
              + "); try again later");
    }
  }

  /** Counts them no longer. */
  void release(long bytes) {
    held.addAndGet(-bytes);
  }
}
