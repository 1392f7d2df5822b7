package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.call.DeadlineHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who says how long he waits says it so that it can be read. Nobody else uses this header, and a
 * deadline that is silently none would be noticed only when it is missed.
 */
record DeadlineRule() implements HttpRule {

  /** What the header says, which is nothing that can be read when it was sent twice. */
  static @Nullable String value(HttpServletRequest request) {
    List<String> all = Collections.list(request.getHeaders(DeadlineHeader.NAME));
    return all.isEmpty() ? null : String.join(",", all);
  }

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    String value = value(request);
    if (value == null || DeadlineHeader.read(value).isPresent()) {
      return null;
    }
    return Refusal.of(
        Refusals.BAD_REQUEST,
        FaultCode.TRANSPORT_ERROR,
        "the header "
            + DeadlineHeader.NAME
            + " is not a number of milliseconds; send one of 1 to 12 digits, or none");
  }
}
