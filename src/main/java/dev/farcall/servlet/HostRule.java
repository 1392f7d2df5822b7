package dev.farcall.servlet;

import dev.farcall.FaultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Host header must name this server. A web page can let its own name resolve to the loopback
 * address of whoever looks at it, and then its scripts talk to what listens there (DNS rebinding,
 * as in CVE-2018-5702); the Host header still has the page's name.
 */
record HostRule(Set<String> allowed) implements HttpRule {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    String host = Hosts.of(request);
    if (host == null || isAllowed(host, request)) {
      return null;
    }
    return Refusal.of(
        Refusals.MISDIRECTED,
        FaultCode.ACCESS_DENIED,
        "this server does not answer for the host in the Host header; allowed-hosts lists those it"
            + " answers for");
  }

  private boolean isAllowed(String host, HttpServletRequest request) {
    if (!allowed.isEmpty()) {
      return allowed.contains(host) || allowed.contains(Hosts.withoutPort(host));
    }
    return LOOPBACK.contains(Hosts.withoutPort(host)) || !Hosts.isLoopback(request.getLocalAddr());
  }
}
