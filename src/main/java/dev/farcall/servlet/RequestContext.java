package dev.farcall.servlet;

import dev.farcall.call.CallContext;
import dev.farcall.call.DeadlineHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;

/**
 * Who calls, as the container knows it, and until when a call may be started.
 *
 * @param longest the most that a call has from when it was read
 */
record RequestContext(Duration longest, InstantSource clock) {

  private static final String HEADER = "header " + DeadlineHeader.NAME;
  private static final String SETTING = "setting max-call-seconds";

  Instant now() {
    return clock.instant();
  }

  /**
   * The context of a call that has been read.
   *
   * @param arrival when the head of the request was there: the caller has been waiting since
   */
  CallContext of(HttpServletRequest request, Instant arrival) {
    CallContext.Builder builder =
        CallContext.builder()
            .principal(request.getUserPrincipal())
            .roles(request::isUserInRole)
            .peerAddress(request.getRemoteAddr())
            .secure(request.isSecure())
            .headers(name -> Collections.list(request.getHeaders(name)));
    Instant latest = now().plus(longest);
    return DeadlineHeader.read(DeadlineRule.value(request))
        .map(arrival::plus)
        .filter(latest::isAfter)
        .map(end -> builder.deadline(end, HEADER))
        .orElseGet(() -> builder.deadline(latest, SETTING))
        .build();
  }
}
