package dev.farcall.figures;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM has used so far.
 *
 * @param cpuNanos the time of all its threads
 * @param allocatedBytes by the threads that live, but for those of a {@code ScriptedServer}
 * @param usedBytes of the heap, garbage included
 * @param peakBytes the most of that since the last {@link #afterCollection}
 */
public record Reading(long cpuNanos, long allocatedBytes, long usedBytes, long peakBytes) {

  /** What this JVM has used. */
  static Reading now() {
    return new Reading(
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(),
        allocated(),
        heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum(),
        heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
  }

  /** The same when there is no garbage, with the peak of now. */
  static Reading afterCollection() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    return now();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] measured =
        Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
            // One may have ended meanwhile.
            .filter(thread -> thread != null && !thread.getThreadName().equals("scripted-server"))
            .mapToLong(thread -> thread.getThreadId())
            .toArray();
    long sum = 0;
    for (long bytes : threads.getThreadAllocatedBytes(measured)) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }
}
