package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a browser that asks for the endpoint with the page that tells about its methods. The page
 * is the same for everybody: what it shows it asks for by calls, which are answered as all calls
 * are, to those who may make them.
 */
final class DocsPage implements HttpService {

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final StaticFiles files;
  private final HttpRule rules;
  private final Replies replies;
  private final HttpService next;

  DocsPage(HttpSettings settings, Replies replies, HttpService next) {
    this.files = StaticFiles.of("docs", "index.html");
    this.rules = HttpRules.ofPages(settings);
    this.replies = replies;
    this.next = next;
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) {
    StaticFile file = METHODS.contains(request.getMethod()) ? file(request) : null;
    if (file == null) {
      next.serve(request, response);
      return;
    }
    Refusal refusal = rules.refusal(request);
    if (refusal == null) {
      send(file, request, response);
    } else {
      replies.refuse(refusal, response);
    }
  }

  private @Nullable StaticFile file(HttpServletRequest request) {
    StaticFile asset = files.get(request.getQueryString());
    return asset == null && wantsHtml(request) ? files.document() : asset;
  }

  // What is no browser, and asks by GET, is told that a call is a POST, page or not.
  private static boolean wantsHtml(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Accept")).stream()
        .anyMatch(accept -> accept.contains("text/html"));
  }

  private static void send(
      StaticFile file, HttpServletRequest request, HttpServletResponse response) {
    try {
      file.send(request, response);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "the browser was gone before the page was out", gone);
    }
  }
}
