package dev.farcall.load;

import dev.farcall.load.Arrivals.Rate;
import dev.farcall.testkit.Times;
import java.util.Locale;

/** What came of some calls. For use by one thread at a time. */
final class Figures {

  private final Times answered = new Times();
  private final Times refused = new Times();
  private final Rate rate;
  private int others;

  /** Of none so far. */
  Figures(Rate rate) {
    this.rate = rate;
  }

  /** Counts a call that took so long. */
  void add(Answer answer, long nanos) {
    switch (answer) {
      case ANSWERED -> answered.add(nanos);
      case REFUSED -> refused.add(nanos);
      case OTHER -> others++;
    }
  }

  /** A row of the table. */
  String row(String what) {
    double seconds = rate.time().toSeconds();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f | %s | %s | %.0f | %s | %d |",
        what,
        rate.perSecond(),
        answered.count() / seconds,
        answered.millis(0.5),
        answered.millis(0.99),
        refused.count() / seconds,
        refused.millis(0.99),
        others);
  }

  /** The head of the table. */
  static String head() {
    return """
        | | calls per s | answered per s | median ms | p99 ms | 503 per s | p99 ms | others |
        |---|---|---|---|---|---|---|---|""";
  }
}
