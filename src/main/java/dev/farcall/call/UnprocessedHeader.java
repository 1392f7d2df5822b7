package dev.farcall.call;

/**
 * The HTTP header by which a server says, along with a status 503 or 429, that it has not started
 * the call. Only then is it safe to send a call again, there or elsewhere, that must not run twice.
 * Its value means nothing.
 */
public final class UnprocessedHeader {

  /** The name of the header. */
  public static final String NAME = "Farcall-Unprocessed";

  private UnprocessedHeader() {}
}
