package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.servlet.HttpSettings.Docs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where there is a page that makes calls, with whatever password the browser keeps for this server,
 * a browser's calls must carry a header that only scripts can set: a form cannot, and for a script
 * of another origin the browser asks first. Origins that are listed need no header.
 */
record ConsoleRule(Docs docs, Set<String> allowedOrigins) implements HttpRule {

  static final String HEADER = "Farcall-Console";

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if (docs == Docs.OFF
        || !BrowserRule.isBrowser(request)
        || request.getHeader(HEADER) != null
        || BrowserRule.isListed(request, allowedOrigins)) {
      return null;
    }
    return Refusal.of(
        Refusals.FORBIDDEN,
        FaultCode.ACCESS_DENIED,
        "a call from a web page needs the header "
            + HEADER
            + " while docs is on; send it, with any value, or list the page's origin in"
            + " allowed-origins");
  }
}
