package dev.farcall.servlet;

import dev.farcall.metrics.MethodFigures;
import dev.farcall.metrics.MethodFigures.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The board as JSON, for its page. */
final class StatusJson {

  private StatusJson() {}

  static String of(StatusBoard board, Instant now) {
    return JsonText.of(
        json ->
            json.member("version", FarcallVersion.TEXT)
                .member("ready", board.isReady())
                .member("started", text(board.started()))
                .member("uptimeSeconds", Duration.between(board.started(), now).toSeconds())
                .member("servlets", board.servlets(), StatusJson::write));
  }

  private static void write(JsonText json, WatchedServlet servlet) {
    List<MethodFigures> figures = servlet.figures();
    json.member("name", servlet.name())
        .member("state", servlet.state().word())
        .member("started", text(servlet.started()))
        .member("methods", figures, StatusJson::write)
        .member("latency", sums(figures), StatusJson::write);
  }

  private static void write(JsonText json, MethodFigures figures) {
    json.member("name", figures.method())
        .member("calls", figures.calls())
        .member("faults", figures.faults())
        .member("inFlight", figures.inFlight())
        .member("p50", figures.p50())
        .member("p90", figures.p90())
        .member("p99", figures.p99())
        .member("max", figures.max());
  }

  private static void write(JsonText json, Bucket bucket) {
    json.member("seconds", bucket.seconds()).member("count", bucket.count());
  }

  /** The buckets of all methods together: percentiles cannot be added, but these can. */
  private static List<Bucket> sums(List<MethodFigures> figures) {
    SortedMap<Double, Long> sums = new TreeMap<>();
    for (MethodFigures each : figures) {
      each.buckets().forEach(bucket -> sums.merge(bucket.seconds(), bucket.count(), Long::sum));
    }
    return sums.entrySet().stream().map(sum -> new Bucket(sum.getKey(), sum.getValue())).toList();
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
