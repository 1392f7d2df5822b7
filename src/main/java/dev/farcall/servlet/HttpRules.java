package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules; the first that is not satisfied decides. */
final class HttpRules implements HttpRule {

  private final List<HttpRule> rules;

  HttpRules(HttpSettings settings) {
    // Those first that protect from a request which the caller's user did not want.
    rules =
        List.of(
            new HostRule(settings.allowedHosts()),
            new PlainHttpRule(settings.plainHttp()),
            new MethodRule(),
            new BrowserRule(settings.allowedOrigins()),
            new ContentTypeRule(settings.contentTypes()),
            new LengthRule(settings.maxRequestBytes()),
            new ContentEncodingRule(),
            new DeadlineRule());
  }

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    for (HttpRule rule : rules) {
      Refusal refusal = rule.refusal(request);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }
}
