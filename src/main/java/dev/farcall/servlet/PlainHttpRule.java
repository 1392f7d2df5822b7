package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.servlet.HttpSettings.PlainHttp;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Plain http only from where it cannot be overheard. There is no redirect to https: by then the
 * call has been sent in the open.
 */
record PlainHttpRule(PlainHttp plainHttp) implements HttpRule {

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if (request.isSecure() || isAllowed(request)) {
      return null;
    }
    return Refusal.of(
        Refusals.FORBIDDEN,
        FaultCode.ACCESS_DENIED,
        plainHttp == PlainHttp.NEVER
            ? "plain http is not accepted; use https, or change plain-http"
            : "plain http is accepted from the loopback address only; use https, or change"
                + " plain-http");
  }

  private boolean isAllowed(HttpServletRequest request) {
    return switch (plainHttp) {
      case ALWAYS -> true;
      case LOOPBACK -> Hosts.isLoopback(request.getRemoteAddr());
      case NEVER -> false;
    };
  }
}
