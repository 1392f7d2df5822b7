package dev.farcall.servlet;

import dev.farcall.metrics.PrometheusExposition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers operators, where there is something to see. */
final class StatusService {

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final StaticFiles files = StaticFiles.of("status", "status.html");
  private final InstantSource clock;

  StatusService(InstantSource clock) {
    this.clock = clock;
  }

  /** Answers a request about these servlets. */
  void serve(StatusBoard board, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Refusal refusal = board.refusal(request);
    if (refusal != null) {
      StatusReply.text(refusal.status(), refusal.message()).send(request, response);
    } else if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      StatusReply.text(Refusals.METHOD_NOT_ALLOWED, "the status is asked for by GET")
          .send(request, response);
    } else if (request.getPathInfo() == null) {
      redirect(request, response);
    } else if (request.getPathInfo().equals("/")) {
      file(request).send(request, response);
    } else {
      reply(request.getPathInfo(), board).send(request, response);
    }
  }

  // Without the slash the page would look for its figures beside itself.
  private static void redirect(HttpServletRequest request, HttpServletResponse response) {
    String pattern = request.getHttpServletMapping().getPattern();
    String directory = pattern.replaceFirst("/\\*$", "");
    PageHeaders.set(response);
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_FOUND);
    // Relative, so that it is right behind any proxy, and has nothing of the request.
    response.setHeader("Location", directory.substring(directory.lastIndexOf('/') + 1) + "/");
  }

  private StaticFile file(HttpServletRequest request) {
    @Nullable StaticFile asset = files.get(request.getQueryString());
    return asset == null ? files.document() : asset;
  }

  private StatusReply reply(String path, StatusBoard board) throws IOException {
    return switch (path) {
      case "/live" -> StatusReply.text(HttpServletResponse.SC_OK, "live");
      case "/ready" -> ready(board);
      case "/metrics" -> metrics(board);
      case "/status.json" -> json(board);
      default -> nothing();
    };
  }

  /** The answer where there is nothing to see. */
  static StatusReply nothing() {
    return StatusReply.text(Refusals.NOT_FOUND, "not found");
  }

  private static StatusReply ready(StatusBoard board) {
    return board.isReady()
        ? StatusReply.text(HttpServletResponse.SC_OK, "ready")
        : StatusReply.text(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not ready");
  }

  private static StatusReply metrics(StatusBoard board) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    board.writeMetrics(text);
    return new StatusReply(
        HttpServletResponse.SC_OK, PrometheusExposition.CONTENT_TYPE, text.toByteArray());
  }

  private StatusReply json(StatusBoard board) {
    String text = StatusJson.of(board, clock.instant());
    return StatusReply.of(HttpServletResponse.SC_OK, "application/json", text);
  }
}
