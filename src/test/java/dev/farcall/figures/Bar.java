package dev.farcall.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a figure must stay below; a limit that is not asked for is infinite.
 *
 * @param millis the longest time
 * @param mebibytes by how much the heap grows
 * @param cpuMillis the time of all processors
 * @param words what else is asked for, which is no figure
 */
record Bar(double millis, double mebibytes, double cpuMillis, String words) {

  private static final double NONE = Double.POSITIVE_INFINITY;

  static Bar none() {
    return new Bar(NONE, NONE, NONE, "");
  }

  static Bar millis(double millis) {
    return new Bar(millis, NONE, NONE, "");
  }

  static Bar words(String words) {
    return new Bar(NONE, NONE, NONE, words);
  }

  Bar heap(double most) {
    return new Bar(millis, most, cpuMillis, words);
  }

  Bar cpu(double most) {
    return new Bar(millis, mebibytes, most, words);
  }

  boolean asksForHeap() {
    return mebibytes < NONE;
  }

  boolean asksForCpu() {
    return cpuMillis < NONE;
  }

  /** What of a cost is asked for. */
  Cost of(Cost cost) {
    return new Cost(
        asksForHeap() ? cost.mebibytes() : Double.NaN,
        asksForCpu() ? cost.cpuMillis() : Double.NaN);
  }

  /** Whether a line stays below; a figure that was not measured is NaN and does. */
  boolean isMetBy(double longest, Cost cost) {
    return !(longest >= millis || cost.mebibytes() >= mebibytes || cost.cpuMillis() > cpuMillis);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, millis, "< %,.0f ms");
    add(parts, mebibytes, "< %.0f MiB");
    add(parts, cpuMillis, "<= %,.0f ms CPU");
    if (!words.isEmpty()) {
      parts.add(words);
    }
    return parts.isEmpty() ? "-" : String.join(", ", parts);
  }

  private static void add(List<String> parts, double limit, String format) {
    if (limit < NONE) {
      parts.add(String.format(Locale.ROOT, format, limit));
    }
  }
}
