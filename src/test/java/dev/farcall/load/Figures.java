package dev.farcall.load;

import dev.farcall.testkit.Times;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What came of some callers' calls. */
final class Figures {

  private final Times answered = new Times();
  private final Times refused = new Times();
  private final AtomicInteger others = new AtomicInteger();
  private final double seconds;

  /** None so far, of calls that are made for so long. */
  Figures(double seconds) {
    this.seconds = seconds;
  }

  /** Counts a call. */
  void add(int status, boolean unprocessed, long nanos) {
    if (status == 200) {
      answered.add(nanos);
    } else if (status == 503 && unprocessed) {
      refused.add(nanos);
    } else {
      failed();
    }
  }

  /** Counts one that was neither answered nor refused as it should be. */
  void failed() {
    others.incrementAndGet();
  }

  /** A row of the table. */
  String row(String what) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %s | %s | %.0f | %s | %d |",
        what,
        answered.count() / seconds,
        answered.millis(0.5),
        answered.millis(0.99),
        refused.count() / seconds,
        refused.millis(0.99),
        others.get());
  }

  /** The head of the table. */
  static String head() {
    return """
        | | answered per s | median ms | p99 ms | 503 per s | p99 ms | others |
        |---|---|---|---|---|---|---|""";
  }
}
