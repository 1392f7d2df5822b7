package dev.farcall.servlet;

/**
 * Settings of what happens when there is more to do than can be done; each component is one, in
 * kebab-case. A caller is a user who is logged in, or else an address, or network of IPv6.
 *
 * @param maxConcurrentCalls how many calls may run at once; 64. One more is refused, and told that
 *     it has not been started
 * @param maxCallsPerCaller how many of them may be of one caller; 32
 * @param maxWaitingBodies for how many bodies that do not come with their head a thread waits as
 *     long as {@code max-body-seconds} allows; 64. When there are that many, the slowest of those
 *     that have had a second gives way to another, but may hold its thread until its next byte: so
 *     there are at most twice as many threads. All others must come at once
 * @param maxBodiesPerCaller how many of them may be of one caller, those that hold a thread yet
 *     included; 32
 * @param maxHeldBytes how many bytes of documents may be in memory at once, of all calls together;
 *     a sixth of the heap, since values take up to three times as much as their text, and text five
 *     times while it is read. Several of one caller get half
 * @param drainSeconds how long running calls may take when the servlet is stopped; 20
 */
record LoadSettings(
    int maxConcurrentCalls,
    int maxCallsPerCaller,
    int maxWaitingBodies,
    int maxBodiesPerCaller,
    long maxHeldBytes,
    int drainSeconds) {

  static final LoadSettings DEFAULTS =
      new LoadSettings(64, 32, 64, 32, Runtime.getRuntime().maxMemory() / 6, 20);
}
