package dev.farcall.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Takes the place of the server's log, where every failure goes that is told to a caller by a
 * reference only. For use by one thread.
 */
final class HandlerFailures extends Handler {

  private static final String HANDLERS = "dev.farcall.examples.";
  // Held, since a logger nobody holds is forgotten with its handlers.
  private static final Logger LOG = Logger.getLogger("dev.farcall.server");

  private final List<Throwable> others = new ArrayList<>();

  /** Runs it, and fails if anything failed but a handler. */
  void during(Runnable step) {
    boolean before = LOG.getUseParentHandlers();
    LOG.setUseParentHandlers(false);
    LOG.addHandler(this);
    others.clear();
    try {
      step.run();
    } finally {
      LOG.removeHandler(this);
      LOG.setUseParentHandlers(before);
    }
    if (!others.isEmpty()) {
      throw new AssertionError("a failure outside of a handler", others.get(0));
    }
  }

  @Override
  public void publish(LogRecord logged) {
    Throwable failure = logged.getThrown();
    if (failure != null && !isFromHandler(failure)) {
      others.add(failure);
    }
  }

  private static boolean isFromHandler(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(HANDLERS));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
