package dev.farcall.servlet;

/** Ends a call that is turned away by HTTP's means after it has been read. */
final class RefusedCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedCallException(Refusal refusal) {
    // It happens to order, and whoever catches it asks for the refusal only.
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
