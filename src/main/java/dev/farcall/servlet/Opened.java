package dev.farcall.servlet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a servlet has opened, which is closed when it ends, or when it cannot start: what was opened
 * last first, since that may use the others.
 */
final class Opened implements AutoCloseable {

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");

  private final Deque<Part> parts = new ArrayDeque<>();

  /**
   * Will close this before all that was opened earlier.
   *
   * @param what it is, for the log
   */
  void add(String what, AutoCloseable part) {
    parts.push(new Part(what, part));
  }

  /** The same for what can be closed; anything else is left as it is. */
  void addIfCloseable(String what, Object part) {
    if (part instanceof AutoCloseable closeable) {
      add(what, closeable);
    }
  }

  /** Closes all, each once; what one of them throws goes to the log, and keeps no other open. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  private record Part(String what, AutoCloseable part) {
    void close() {
      try {
        part.close();
      } catch (Exception | Error e) {
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        LOG.log(Level.WARNING, what + " did not close", e);
      }
    }
  }
}
