package dev.farcall.figures;

/**
 * What something took besides time; what was not measured is NaN.
 *
 * @param mebibytes at most by how much the heap grew
 * @param cpuMillis of all threads of the process, those of the JVM included
 */
record Cost(double mebibytes, double cpuMillis) {

  static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);

  /** Of G1, with such a heap: it counts one as used when it is full. */
  private static final long REGION = 1 << 20;

  private static final double MEBIBYTE = 1 << 20;
  private static final double MILLISECOND = 1_000_000;

  /**
   * What was taken from one look to the next.
   *
   * @param times how often it was done in between, which the time is shared out among
   */
  static Cost between(Reading before, Reading after, int times) {
    // Each is more than the growth: what is garbage already counts, too.
    long allocated = after.allocatedBytes() - before.allocatedBytes();
    long used = after.peakBytes() - before.usedBytes() + REGION;
    long growth = Math.min(allocated, used);
    return new Cost(
        growth / MEBIBYTE, (after.cpuNanos() - before.cpuNanos()) / MILLISECOND / times);
  }
}
