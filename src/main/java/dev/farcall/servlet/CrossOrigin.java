package dev.farcall.servlet;

import dev.farcall.call.DeadlineHeader;
import dev.farcall.call.IdempotencyKeyHeader;
import dev.farcall.call.TraceContext;
import dev.farcall.call.UnprocessedHeader;
import dev.farcall.servlet.HttpSettings.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers that pages of listed origins may call, and read the answers (CORS, see the <a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard</a>). Whoever is not
 * listed is told nothing, which a browser takes for a no.
 *
 * <p>Answers keep their {@code Cross-Origin-Resource-Policy: same-origin}: browsers ask for that
 * only where there was no CORS, so that a page still cannot load an answer as a picture or script.
 */
final class CrossOrigin implements HttpService {

  /** What a call needs that browsers do not send for a page without asking. */
  private static final String REQUEST_HEADERS =
      String.join(
          ", ",
          "Content-Type",
          "Authorization",
          DeadlineHeader.NAME,
          IdempotencyKeyHeader.NAME,
          ConsoleRule.HEADER,
          TraceContext.PARENT_HEADER,
          TraceContext.STATE_HEADER);

  private static final String ANSWER_HEADERS = "Retry-After, " + UnprocessedHeader.NAME;
  private static final String TEN_MINUTES = "600";
  private static final int NO_CONTENT = 204;

  private final HttpRule rules;
  private final Set<String> origins;
  private final Credentials credentials;
  private final Replies replies;
  private final HttpService next;

  CrossOrigin(HttpSettings settings, Replies replies, HttpService next) {
    this.rules = HttpRules.ofPages(settings);
    this.origins = settings.allowedOrigins();
    this.credentials = settings.crossOriginCredentials();
    this.replies = replies;
    this.next = next;
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) {
    String origin = BrowserRule.listedOrigin(request, origins);
    boolean asks = "OPTIONS".equals(request.getMethod());
    if (origin == null || (asks && !asksForPost(request))) {
      next.serve(request, response);
    } else if (asks) {
      permit(origin, request, response);
    } else {
      next.serve(request, new PermittedResponse(response, permission(origin, ANSWER_HEADERS)));
    }
  }

  private static boolean asksForPost(HttpServletRequest request) {
    return "POST".equals(request.getHeader("Access-Control-Request-Method"));
  }

  private void permit(String origin, HttpServletRequest request, HttpServletResponse response) {
    Refusal refusal = rules.refusal(request);
    if (refusal != null) {
      replies.refuse(refusal, response);
      return;
    }
    permission(origin, null).forEach(response::setHeader);
    response.setHeader("Access-Control-Allow-Methods", "POST");
    response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
    response.setHeader("Access-Control-Max-Age", TEN_MINUTES);
    response.setStatus(NO_CONTENT);
  }

  /**
   * The headers that give it.
   *
   * @param origin from the settings, so that nothing of a request goes into the answer
   * @param readable headers that the page may read; null for none
   */
  private Map<String, String> permission(String origin, @Nullable String readable) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Access-Control-Allow-Origin", origin);
    headers.put("Vary", "Origin");
    if (readable != null) {
      headers.put("Access-Control-Expose-Headers", readable);
    }
    if (credentials == Credentials.ON) {
      headers.put("Access-Control-Allow-Credentials", "true");
    }
    return headers;
  }
}
