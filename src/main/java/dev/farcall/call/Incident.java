package dev.farcall.call;

import dev.farcall.FaultCode;
import dev.farcall.model.Fault;

/**
 * A failure that was logged, and of which a caller is told no more than where.
 *
 * @param reference under which the log has it
 */
public record Incident(String reference) {

  /** What the caller is told: {@code internal error, reference 7K3M9QZX2A}. */
  public String text() {
    return "internal error, reference " + reference;
  }

  /** The fault that tells it. */
  public Fault fault() {
    return fault(text());
  }

  /**
   * The fault that tells it, and something more, which is no secret: {@code internal error,
   * reference 7K3M9QZX2A: result: ...}.
   */
  public Fault faultWith(String more) {
    return fault(text() + ": " + more);
  }

  private Fault fault(String text) {
    return Fault.of(FaultCode.INTERNAL_ERROR, text).withReference(reference);
  }
}
