package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several rules; the first that is not satisfied decides.
 *
 * @param rules in the order they are asked
 */
record HttpRules(List<HttpRule> rules) implements HttpRule {

  /** The rules for a call. */
  static HttpRules ofCalls(HttpSettings settings) {
    // Those first that protect from a request which the caller's user did not want.
    return new HttpRules(
        List.of(
            new HostRule(settings.allowedHosts()),
            new PlainHttpRule(settings.plainHttp()),
            new MethodRule(settings.docs()),
            new BrowserRule(settings.allowedOrigins()),
            new ContentTypeRule(settings.contentTypes()),
            new ConsoleRule(settings.docs(), settings.allowedOrigins()),
            new LengthRule(settings.maxRequestBytes()),
            new ContentEncodingRule(),
            new DeadlineRule()));
  }

  /** The rules for a page. A link on another site may lead to one: nothing is done by it. */
  static HttpRules ofPages(HttpSettings settings) {
    return new HttpRules(
        List.of(new HostRule(settings.allowedHosts()), new PlainHttpRule(settings.plainHttp())));
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
