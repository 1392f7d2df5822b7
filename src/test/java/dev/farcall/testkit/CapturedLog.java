package dev.farcall.testkit;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is logged under a name while this is open; it does not reach the console. */
public final class CapturedLog implements AutoCloseable {

  // Held, since a logger nobody holds is forgotten with its handlers.
  private final Logger logger;
  private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();
  private final Handler handler = new Capture();
  private final @Nullable Level level;
  private final boolean reachesParents;

  private CapturedLog(Logger logger) {
    this.logger = logger;
    this.level = logger.getLevel();
    this.reachesParents = logger.getUseParentHandlers();
  }

  /** Captures what is logged under this name. */
  public static CapturedLog of(String name) {
    CapturedLog log = new CapturedLog(Logger.getLogger(name));
    log.logger.setUseParentHandlers(false);
    log.logger.setLevel(Level.ALL);
    log.logger.addHandler(log.handler);
    return log;
  }

  /** The messages so far, in order. */
  public List<String> messages() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  /** What was logged first and not yet taken, within ten seconds, or null. */
  public @Nullable LogRecord take() throws InterruptedException {
    return records.poll(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setLevel(level);
    logger.setUseParentHandlers(reachesParents);
  }

  private final class Capture extends Handler {
    @Override
    public void publish(LogRecord logged) {
      records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
