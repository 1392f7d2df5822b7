package dev.farcall.figures;

import java.util.Map;
import java.util.stream.Stream;

/** A handler that tells what the JVM of the server has used. */
public final class Gauge {

  private static final String SERVLET = "dev.farcall.servlet.XmlRpcServlet";

  /** For the servlet, which makes one. */
  public Gauge() {}

  /** What it has used. */
  public Reading read() {
    return Reading.now();
  }

  /** The same after a collection, which begins a measurement. */
  public Reading reset() {
    return Reading.afterCollection();
  }

  /** How many threads are in the servlet, but for that of this call. */
  public int busy() {
    return (int)
        Thread.getAllStackTraces().entrySet().stream()
            .filter(thread -> thread.getKey() != Thread.currentThread())
            .filter(Gauge::isInServlet)
            .count();
  }

  private static boolean isInServlet(Map.Entry<Thread, StackTraceElement[]> thread) {
    return Stream.of(thread.getValue()).anyMatch(frame -> frame.getClassName().equals(SERVLET));
  }
}
