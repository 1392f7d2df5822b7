package dev.farcall.servlet;

import dev.farcall.metrics.CallMetrics;
import dev.farcall.metrics.MethodFigures;
import dev.farcall.server.XmlRpcServer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A servlet on the board. */
final class WatchedServlet implements Watch {

  private final StatusBoard board;
  private final String name;
  private final HttpRule rules;
  private final Instant started;
  private volatile ServletState state = ServletState.STARTING;
  private volatile @Nullable CallMetrics metrics;

  WatchedServlet(StatusBoard board, String name, HttpRule rules, Instant started) {
    this.board = board;
    this.name = name;
    this.rules = rules;
    this.started = started;
  }

  @Override
  public void addTo(XmlRpcServer.Builder builder) {
    builder.interceptor(
        methods -> {
          CallMetrics measuring = board.measure(name, methods);
          metrics = measuring;
          return measuring;
        });
  }

  @Override
  public void become(ServletState next) {
    state = next;
    if (next == ServletState.STOPPED) {
      CallMetrics ended = metrics;
      metrics = null;
      if (ended != null) {
        ended.close();
      }
      board.tidy();
    }
  }

  String name() {
    return name;
  }

  /** Who may see it. */
  HttpRule rules() {
    return rules;
  }

  Instant started() {
    return started;
  }

  ServletState state() {
    return state;
  }

  /** What was measured of each method; nothing before it has started and after it has stopped. */
  List<MethodFigures> figures() {
    CallMetrics measured = metrics;
    return measured == null ? List.of() : measured.figures();
  }
}
