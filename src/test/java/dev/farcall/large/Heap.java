package dev.farcall.large;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much of the heap was used. */
final class Heap {

  private Heap() {}

  /** The largest use of each pool so far, added up, of how much there may be. */
  static String peak() {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
            .sum();
    return "heap: at most %d MiB of %d MiB"
        .formatted(peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
  }
}
