package dev.farcall.servlet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of calls that are made once however often they are sent; each component is one, in
 * kebab-case.
 *
 * @param idempotencyKeys the methods that take an {@link dev.farcall.call.IdempotencyKeyHeader}:
 *     {@code sample.add} for that method, {@code sample} for all whose name begins with {@code
 *     sample.}, {@code *} for all; none
 * @param idempotencyStore name of the class of the {@link IdempotencyStore}; null for one in memory
 * @param idempotencySeconds how long an answer is kept; 86,400, a day
 * @param idempotencyEntries how many calls the store in memory keeps; 10,000
 * @param idempotencyBytes how many bytes of answers it keeps, and 16 times as many as are kept of
 *     one answer, in whatever store; 64 MiB
 */
record IdempotencySettings(
    List<String> idempotencyKeys,
    @Nullable String idempotencyStore,
    int idempotencySeconds,
    int idempotencyEntries,
    long idempotencyBytes) {

  static final IdempotencySettings DEFAULTS =
      new IdempotencySettings(List.of(), null, 86_400, 10_000, 64L << 20);

  private static final int FEWEST_LARGEST = 16;

  /** How long one answer may be, so that a few cannot drive out all others. */
  int mostAnswerBytes() {
    long share = Math.max(1, idempotencyBytes / FEWEST_LARGEST);
    return (int) Math.min(share, Integer.MAX_VALUE - 8);
  }
}
