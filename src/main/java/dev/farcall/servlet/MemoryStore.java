package dev.farcall.servlet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * A store of one servlet, in memory. Where there is no place, the owner whose answers take the most
 * gives away the one that was finished first: whoever fills the store loses answers of his own, and
 * not those of others. A call that runs never goes, since a second one of it would run twice. A
 * cache library promises neither.
 */
final class MemoryStore implements IdempotencyStore {

  private final int mostEntries;
  private final long mostBytes;
  private final LongSupplier nanoTime;

  private final Map<String, KeyedCall> running = new HashMap<>();
  // In the order in which they were finished.
  private final Map<String, Kept> finished = new LinkedHashMap<>();
  private final Map<String, Share> shares = new HashMap<>();
  private final TreeSet<Share> largestFirst = new TreeSet<>(Share.LARGEST_FIRST);
  private long bytes;
  private long finishes;

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
  public synchronized Optional<Earlier> begin(KeyedCall call) throws FullException {
    dropOver();
    Kept kept = finished.get(call.id());
    if (kept != null) {
      return Optional.of(new Earlier(kept.call.fingerprint(), Optional.of(kept.answer)));
    }
    KeyedCall earlier = running.get(call.id());
    if (earlier != null) {
      return Optional.of(new Earlier(earlier.fingerprint(), Optional.empty()));
    }
    makePlace();
    running.put(call.id(), call);
    return Optional.empty();
  }

  @Override
  public synchronized void finish(String id, byte[] answer, Duration lifetime) {
    KeyedCall call = running.remove(id);
    if (call == null) {
      return;
    }
    Share share = shares.computeIfAbsent(call.owner(), Share::new);
    Kept kept = new Kept(call, answer, share, finishes++, nanoTime.getAsLong(), lifetime.toNanos());
    add(kept);
    while (bytes > mostBytes && finished.size() > 1) {
      // The caller may not have got it yet.
      Share largest = largestFirst.first();
      dropFirst(largest.answers.getFirst() == kept ? largestFirst.higher(largest) : largest);
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
    dropFirst(largestFirst.first());
  }

  private void dropOver() {
    long now = nanoTime.getAsLong();
    while (!finished.isEmpty()) {
      Kept first = finished.values().iterator().next();
      if (now - first.since < first.nanos) {
        return;
      }
      // Whatever was finished first is also the first of its owner.
      dropFirst(first.share);
    }
  }

  private void add(Kept kept) {
    finished.put(kept.call.id(), kept);
    bytes += kept.answer.length;
    Share share = kept.share;
    // One without an answer has no place among the others.
    if (!share.answers.isEmpty()) {
      largestFirst.remove(share);
    }
    share.answers.addLast(kept);
    share.weight += weight(kept);
    largestFirst.add(share);
  }

  private void dropFirst(Share share) {
    largestFirst.remove(share);
    Kept first = share.answers.removeFirst();
    share.weight -= weight(first);
    finished.remove(first.call.id());
    bytes -= first.answer.length;
    if (share.answers.isEmpty()) {
      shares.remove(share.owner);
    } else {
      largestFirst.add(share);
    }
  }

  /** What an answer takes: a place, which counts as the bytes that there are for it, and bytes. */
  private long weight(Kept kept) {
    return mostBytes / mostEntries + kept.answer.length;
  }

  /** What is kept for one owner, whose place among the others is by all of it. */
  private static final class Share {
    static final Comparator<Share> LARGEST_FIRST =
        Comparator.<Share>comparingLong(share -> -share.weight)
            .thenComparingLong(share -> share.answers.getFirst().number);

    private final String owner;
    private final Deque<Kept> answers = new ArrayDeque<>();
    private long weight;

    Share(String owner) {
      this.owner = owner;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(
      KeyedCall call, byte[] answer, Share share, long number, long since, long nanos) {}
}
