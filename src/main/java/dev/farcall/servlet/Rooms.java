package dev.farcall.servlet;

import dev.farcall.wire.Spool;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where documents lie while their calls last: what is long in files, the rest in memory, of which
 * all of them together get no more than a limit. Else a few dozen documents, each of which is
 * within the limits, fill a heap, and then every call fails. Several of one caller get no more than
 * half, so that they do not keep out those of others. Safe for use by many threads.
 */
final class Rooms {

  private final Spool spool;
  private final long limit;
  // Of those who have something there.
  private final Map<String, Long> ofCallers = new HashMap<>();
  private long held;

  /** Rooms with nothing in them. */
  Rooms(Spool spool, LoadSettings settings) {
    this.spool = spool;
    this.limit = settings.maxHeldBytes();
  }

  /** Room for one document of a caller, who is asked for if it is a large one. */
  Room open(Supplier<String> caller) {
    return new Room(this, spool.open(), caller);
  }

  /**
   * Counts bytes that are held.
   *
   * @param before of the same document, counted already
   * @throws BusyException if there are too many now
   */
  synchronized void hold(String caller, long before, long bytes) throws BusyException {
    if (held + bytes > limit) {
      throw new BusyException(
          "the documents of all calls together have as many bytes as max-held-bytes allows ("
              + limit
              + "); try again later");
    }
    long own = ofCallers.getOrDefault(caller, 0L);
    // A single document may have all there is: it ends.
    if (own > before && own + bytes > limit / 2) {
      throw new BusyException(
          "the documents of one caller have as many bytes as half of max-held-bytes ("
              + limit
              + "), which one caller gets; try again later");
    }
    held += bytes;
    ofCallers.put(caller, own + bytes);
  }

  /** Counts them no longer. */
  synchronized void release(String caller, long bytes) {
    held -= bytes;
    ofCallers.computeIfPresent(caller, (key, own) -> own == bytes ? null : own - bytes);
  }
}
