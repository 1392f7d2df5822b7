package dev.farcall.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what the server logs while it is open, and keeps it from the console. */
final class Logged extends Handler implements AutoCloseable {

  // Held, since the logging system itself holds loggers weakly.
  private final Logger logger = Logger.getLogger("dev.farcall.server");
  private final List<LogRecord> records = new ArrayList<>();
  private @Nullable Error failure;

  Logged() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  List<String> messages() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  /** What is printed of the exception of the only record. */
  String trace() {
    if (records.size() != 1) {
      throw new AssertionError(messages().toString());
    }
    StringWriter text = new StringWriter();
    records.get(0).getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  void failWith(Error failure) {
    this.failure = failure;
  }

  @Override
  public void publish(LogRecord entry) {
    if (failure != null) {
      throw failure;
    }
    records.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
