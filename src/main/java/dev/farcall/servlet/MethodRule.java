package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.servlet.HttpSettings.Docs;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A call is a POST. A page, if there is one, is got in other ways, before this is asked. */
record MethodRule(Docs docs) implements HttpRule {

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if ("POST".equals(request.getMethod())) {
      return null;
    }
    return Refusal.of(
            Refusals.METHOD_NOT_ALLOWED, FaultCode.TRANSPORT_ERROR, "a call is a POST request")
        .withHeader("Allow", docs == Docs.ON ? "GET, HEAD, POST" : "POST");
  }
}
