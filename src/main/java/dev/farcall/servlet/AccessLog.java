package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;

/**
 * Logs each request in a line, whatever became of it: see {@link AccessLine}. Who turns the logger
 * off pays for no more than the question.
 */
final class AccessLog implements HttpService {

  /** A name of its own, so that a file of its own can be chosen for it. */
  static final String NAME = "dev.farcall.access";

  private static final Logger LOG = System.getLogger(NAME);

  private final LongSupplier nanoTime;
  private final HttpService next;

  /**
   * Stands around that service.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  AccessLog(LongSupplier nanoTime, HttpService next) {
    this.nanoTime = nanoTime;
    this.next = next;
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) {
    if (LOG.isLoggable(Level.INFO)) {
      serveAndLog(new CountedRequest(request), new CountedResponse(response));
    } else {
      next.serve(request, response);
    }
  }

  private void serveAndLog(CountedRequest request, CountedResponse response) {
    long start = nanoTime.getAsLong();
    try {
      next.serve(request, response);
    } finally {
      log(AccessLine.of(request, response, nanoTime.getAsLong() - start));
    }
  }

  // As a supplier, since what callers choose is no pattern to be filled in.
  private static void log(String line) {
    try {
      LOG.log(Level.INFO, () -> line);
    } catch (RuntimeException unlogged) {
      // The answer is out, and a log that is broken must not break the connection.
      return;
    }
  }
}
