package dev.farcall.servlet;

import dev.farcall.metrics.CallMetrics;
import dev.farcall.metrics.PrometheusExposition;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the servlets of one application that are to be seen. It is there, as an
 * attribute of the servlet context, once the first of them starts; so without one, nothing here or
 * of Micrometer is ever loaded.
 */
final class StatusBoard {

  static final String ATTRIBUTE = "dev.farcall.status";

  private final Map<String, WatchedServlet> servlets = new ConcurrentSkipListMap<>();
  private final Instant started = Instant.now();
  private @Nullable PrometheusExposition exposition;

  private StatusBoard() {}

  /** The one of this application, which is made if there is none. */
  static StatusBoard of(ServletContext context) {
    // Servlets without load-on-startup may start at the same time.
    synchronized (StatusBoard.class) {
      Object board = context.getAttribute(ATTRIBUTE);
      if (board == null) {
        board = new StatusBoard();
        context.setAttribute(ATTRIBUTE, board);
      }
      return (StatusBoard) board;
    }
  }

  /** Adds a servlet that starts, in place of one of that name that has stopped. */
  WatchedServlet add(String name, HttpRule rules) {
    WatchedServlet servlet = new WatchedServlet(this, name, rules, Instant.now());
    servlets.put(name, servlet);
    return servlet;
  }

  Collection<WatchedServlet> servlets() {
    return servlets.values();
  }

  /** When the first servlet started. */
  Instant started() {
    return started;
  }

  /** Whether every servlet takes calls. */
  boolean isReady() {
    return servlets.values().stream().allMatch(each -> each.state() == ServletState.READY);
  }

  /** Why this request may not see any of it: what one servlet refuses, is refused for all. */
  @Nullable Refusal refusal(HttpServletRequest request) {
    return servlets.values().stream()
        .map(servlet -> servlet.rules().refusal(request))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Starts to measure the calls of a servlet. */
  synchronized CallMetrics measure(String name, Set<String> methods) {
    if (exposition == null) {
      exposition = new PrometheusExposition(FarcallVersion.TEXT);
    }
    return exposition.ofServlet(name, methods);
  }

  /** Ends what only running servlets need. */
  synchronized void tidy() {
    boolean stopped =
        servlets.values().stream().allMatch(each -> each.state() == ServletState.STOPPED);
    if (stopped && exposition != null) {
      exposition.close();
      exposition = null;
    }
  }

  /** Writes the metrics as they are now; nothing once every servlet has stopped. */
  synchronized void writeMetrics(OutputStream out) throws IOException {
    if (exposition != null) {
      exposition.writeTo(out);
    }
  }
}
