package dev.farcall.wire;

import java.io.IOException;

/** A body with more bytes than a limit allows; the message names the setting. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * A body beyond a limit.
   *
   * @param setting that raises the limit, as {@code max-request-bytes}
   * @param limit in bytes
   */
  public BodyTooLargeException(String setting, long limit) {
    super("the body has more than the " + limit + " bytes that " + setting + " allows");
  }
}
