package dev.farcall.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a JVM on Linux holds.
 *
 * @param heap bytes of the objects that live, after a full garbage collection
 * @param threads of the process, those of the JVM included, without those of the next line
 * @param pool threads of Jetty's pool, of which it keeps for a minute as many as were ever busy at
 *     once, and 200 at most
 * @param descriptors open files and sockets
 */
record Usage(long heap, long threads, long pool, long descriptors) {

  private static final int PAUSE_MILLIS = 200;
  private static final double FLAT = 1.1;
  private static final int LARGEST_POOL = 200;

  /** Looks until two looks in a row find as much open, since the other side closes in its time. */
  static Usage settled(long pid) throws IOException, InterruptedException {
    long before = -1;
    long now = count(pid, "fd");
    while (now != before) {
      Thread.sleep(PAUSE_MILLIS);
      before = now;
      now = count(pid, "fd");
    }
    long pool = Jcmd.threads(pid, "qtp").size();
    return new Usage(Jcmd.heap(pid), count(pid, "task") - pool, pool, now);
  }

  /** Whether nothing here, but for the pool, is more than a tenth beyond the other. */
  boolean isFlatSince(Usage other) {
    return pool <= LARGEST_POOL
        && heap <= other.heap * FLAT
        && threads <= other.threads * FLAT
        && descriptors <= other.descriptors * FLAT;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "heap %,d bytes, %d threads and %d of the pool, %d descriptors",
        heap,
        threads,
        pool,
        descriptors);
  }

  private static long count(long pid, String kind) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), kind))) {
      return entries.count();
    }
  }
}
