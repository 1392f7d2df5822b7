package dev.farcall.call;

/**
 * The header by which a server says, with a status 429 or 503, that it did not start the call, so
 * that it may be sent again or elsewhere. The status alone says no such thing: it may be that of a
 * proxy.
 */
public final class UnprocessedHeader {

  /** The name of the header; its value does not matter. */
  public static final String NAME = "Farcall-Unprocessed";

  private UnprocessedHeader() {}
}
