package dev.farcall.servlet;

import dev.farcall.call.CallContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/** Who calls, as the container knows it. */
final class RequestContext {

  private RequestContext() {}

  static CallContext of(HttpServletRequest request) {
    return CallContext.builder()
        .principal(request.getUserPrincipal())
        .roles(request::isUserInRole)
        .peerAddress(request.getRemoteAddr())
        .secure(request.isSecure())
        .headers(name -> Collections.list(request.getHeaders(name)))
        .build();
  }
}
