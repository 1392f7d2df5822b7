package dev.farcall.figures;

import dev.farcall.testkit.Times;
import java.util.Locale;

/**
 * A line of the table.
 *
 * @param what was done
 * @param answer what came of it
 * @param times how long each took
 */
record Line(String what, String answer, Times times, Cost cost, Bar bar) {

  /** The first lines of the table. */
  static String head() {
    return """
        | attack | answer | median ms | largest ms | heap MiB | CPU ms | bar | met |
        |---|---|---|---|---|---|---|---|""";
  }

  boolean isMet() {
    return bar.isMetBy(times.largest(), cost);
  }

  @Override
  public String toString() {
    return "| %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            what,
            answer,
            times.millis(0.5),
            times.millis(1),
            number("%.2f", cost.mebibytes()),
            number("%.1f", cost.cpuMillis()),
            bar,
            isMet() ? "yes" : "no");
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
