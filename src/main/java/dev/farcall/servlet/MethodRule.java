package dev.farcall.servlet;

import dev.farcall.FaultCode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A call is a POST. */
record MethodRule() implements HttpRule {

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if ("POST".equals(request.getMethod())) {
      return null;
    }
    return Refusal.of(
            Refusals.METHOD_NOT_ALLOWED, FaultCode.TRANSPORT_ERROR, "a call is a POST request")
        .withHeader("Allow", "POST");
  }
}
