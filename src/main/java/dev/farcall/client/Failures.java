package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import java.util.List;

/** What to tell of a call that failed more than once. */
final class Failures {
  private Failures() {}

  /**
   * The last of these, with the others suppressed. One after which the call may have been run goes
   * before one that only says that it was not run this time.
   *
   * @param failures in order, at least one
   */
  static TransportException told(List<TransportException> failures) {
    TransportException told =
        failures.stream()
            .filter(each -> each.delivery() == Delivery.UNKNOWN)
            .reduce((earlier, later) -> later)
            .orElse(failures.get(failures.size() - 1));
    failures.stream().filter(each -> each != told).forEach(told::addSuppressed);
    return told;
  }
}
