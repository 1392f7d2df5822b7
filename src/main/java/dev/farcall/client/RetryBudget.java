package dev.farcall.client;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the repeats of a client may cost the servers together: ten tokens, of which a repeat takes
 * one, and to which an answer adds a tenth. At five repeats end, as gRPC has it (proposal A6). In
 * the long run there is one repeat for ten answers at most. Safe for use by many threads.
 */
final class RetryBudget {

  private static final int TOKEN = 10;
  private static final int MOST = 10 * TOKEN;
  private static final int HALF = MOST / 2;

  /** In tenths of a token. */
  private final AtomicInteger tenths = new AtomicInteger(MOST);

  /** Takes a token, unless no more than the half is left. */
  boolean take() {
    return tenths.getAndUpdate(left -> left > HALF ? left - TOKEN : left) > HALF;
  }

  /** An answer came. */
  void earn() {
    // Nearly always it is full, and then no thread need write where all others read.
    if (tenths.get() < MOST) {
      tenths.getAndUpdate(left -> Math.min(left + 1, MOST));
    }
  }
}
