package dev.farcall.servlet;

import dev.farcall.FaultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A browser sends a request only from a page of this very host, or of an origin that is listed. It
 * says where the page comes from in {@code Sec-Fetch-Site} and {@code Origin}; what is no browser
 * sends neither.
 */
record BrowserRule(Set<String> allowedOrigins) implements HttpRule {

  private static final String SITE = "Sec-Fetch-Site";
  private static final String ORIGIN = "Origin";
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  /** Whether a request shows signs of a browser. */
  static boolean isBrowser(HttpServletRequest request) {
    return request.getHeader(SITE) != null || request.getHeader(ORIGIN) != null;
  }

  /** Whether a request comes from a page of one of these origins. */
  static boolean isListed(HttpServletRequest request, Set<String> allowedOrigins) {
    List<String> origins = values(request, ORIGIN);
    return !origins.isEmpty() && allowedOrigins.containsAll(origins);
  }

  /** The one origin that a request comes from, if it is one of these; else null. */
  static @Nullable String listedOrigin(HttpServletRequest request, Set<String> allowedOrigins) {
    List<String> origins = values(request, ORIGIN);
    return origins.size() == 1 && isListed(request, allowedOrigins) ? origins.get(0) : null;
  }

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if (isListed(request, allowedOrigins)) {
      return null;
    }
    List<String> origins = values(request, ORIGIN);
    String host = Hosts.of(request);
    boolean own =
        OWN_SITE.containsAll(values(request, SITE))
            && origins.stream().allMatch(origin -> isOf(origin, host));
    if (own) {
      return null;
    }
    return Refusal.of(
        Refusals.FORBIDDEN,
        FaultCode.ACCESS_DENIED,
        "the request comes from a web page of another origin; allowed-origins lists those that may"
            + " call");
  }

  private static boolean isOf(String origin, @Nullable String host) {
    int authority = origin.indexOf("://");
    return authority >= 0 && origin.substring(authority + 3).equals(host);
  }

  private static List<String> values(HttpServletRequest request, String header) {
    Enumeration<String> values = request.getHeaders(header);
    return Collections.list(values).stream()
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
