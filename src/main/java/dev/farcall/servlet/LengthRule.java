package dev.farcall.servlet;

import dev.farcall.wire.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A body that announces itself as too large is not read at all. */
record LengthRule(long maxRequestBytes) implements HttpRule {

  static final String SETTING = "max-request-bytes";

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    return request.getContentLengthLong() > maxRequestBytes
        ? Refusals.tooLarge(new BodyTooLargeException(SETTING, maxRequestBytes))
        : null;
  }
}
