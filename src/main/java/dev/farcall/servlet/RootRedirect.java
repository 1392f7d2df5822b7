package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.servlet.HttpSettings.Docs;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a browser that asks for the root of the application on to the endpoint, where its page is.
 * Nothing else is answered there: a security-constraint that protects the endpoint need not know of
 * a second path to it.
 */
final class RootRedirect implements HttpService {

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final String endpoint;
  private final HttpRule rules;
  private final Docs docs;
  private final Replies replies;
  private final HttpService next;

  /**
   * Stands around that service.
   *
   * @param endpoint where calls go, relative to the root: {@code RPC2}
   */
  RootRedirect(String endpoint, HttpSettings settings, Replies replies, HttpService next) {
    this.endpoint = endpoint;
    this.rules = HttpRules.ofPages(settings);
    this.docs = settings.docs();
    this.replies = replies;
    this.next = next;
  }

  /**
   * Where a servlet answers calls if it is mapped to the root of the application and to a path of
   * its own; empty if it is not, or if the root is the only one.
   */
  static Optional<String> endpoint(ServletConfig config) {
    ServletRegistration self =
        config.getServletContext().getServletRegistration(config.getServletName());
    if (self == null || !self.getMappings().contains("")) {
      return Optional.empty();
    }
    return self.getMappings().stream()
        .filter(path -> path.matches("/[^*]+"))
        .sorted()
        .findFirst()
        .map(path -> path.substring(1));
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.CONTEXT_ROOT) {
      next.serve(request, response);
      return;
    }
    Refusal refusal = refusal(request);
    if (refusal == null) {
      PageHeaders.set(response);
      response.setStatus(HttpServletResponse.SC_FOUND);
      // Relative, so that it is right behind any proxy, and has nothing of the request.
      response.setHeader("Location", endpoint);
    } else {
      replies.refuse(refusal, response);
    }
  }

  private @Nullable Refusal refusal(HttpServletRequest request) {
    return docs == Docs.ON && METHODS.contains(request.getMethod())
        ? rules.refusal(request)
        : Refusal.of(
            Refusals.NOT_FOUND, FaultCode.TRANSPORT_ERROR, "calls are answered at " + endpoint);
  }
}
