package dev.farcall.servlet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A store of one servlet, in memory. Where there is no place those answers go first that were
 * finished first, and never a call that runs: a second one of it would run twice. A cache library
 * would not promise that.
 */
final class MemoryStore implements IdempotencyStore {

  private final int mostEntries;
  private final long mostBytes;
  private final LongSupplier nanoTime;

  private final Map<String, String> running = new HashMap<>();
  // In the order in which they were finished.
  private final Map<String, Kept> finished = new LinkedHashMap<>();
  private long bytes;

  /**
   * An empty store.
   *
   * @param mostEntries calls that are kept, those that run included
   * @param mostBytes of all answers together
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  MemoryStore(int mostEntries, long mostBytes, LongSupplier nanoTime) {
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized Optional<Earlier> begin(String id, String fingerprint) throws FullException {
    dropOver();
    Kept kept = finished.get(id);
    if (kept != null) {
      return Optional.of(new Earlier(kept.fingerprint, Optional.of(kept.answer)));
    }
    String earlier = running.get(id);
    if (earlier != null) {
      return Optional.of(new Earlier(earlier, Optional.empty()));
    }
    makePlace();
    running.put(id, fingerprint);
    return Optional.empty();
  }

  @Override
  public synchronized void finish(String id, byte[] answer, Duration lifetime) {
    String fingerprint = running.remove(id);
    if (fingerprint == null) {
      return;
    }
    finished.put(id, new Kept(fingerprint, answer, nanoTime.getAsLong(), lifetime.toNanos()));
    bytes += answer.length;
    while (bytes > mostBytes && finished.size() > 1) {
      dropFirst();
    }
  }

  @Override
  public synchronized void release(String id) {
    running.remove(id);
  }

  /** How many calls it knows. */
  synchronized int size() {
    return running.size() + finished.size();
  }

  /** How many bytes the answers have. */
  synchronized long bytes() {
    return bytes;
  }

  private void makePlace() throws FullException {
    if (size() < mostEntries) {
      return;
    }
    if (finished.isEmpty()) {
      throw new FullException(
          "as many calls with an idempotency key are running as idempotency-entries allows");
    }
    dropFirst();
  }

  private void dropOver() {
    long now = nanoTime.getAsLong();
    Kept first = first();
    while (first != null && now - first.since >= first.nanos) {
      dropFirst();
      first = first();
    }
  }

  private @Nullable Kept first() {
    return finished.isEmpty() ? null : finished.values().iterator().next();
  }

  private void dropFirst() {
    Iterator<Kept> all = finished.values().iterator();
    bytes -= all.next().answer.length;
    all.remove();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(String fingerprint, byte[] answer, long since, long nanos) {}
}
