package dev.farcall.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** Makes meters: their names, tags, buckets and percentiles. */
record Meters(MeterRegistry registry, Side side, Tags tags, Percentiles percentiles) {

  /** How far back percentiles and the maximum look, in four steps. */
  private static final Duration WINDOW = Duration.ofMinutes(2);

  private static final int STEPS = 4;
  private static final Duration SHORTEST = Duration.ofNanos(10_000);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final double[] PERCENTILES = {0.5, 0.9, 0.99};

  // Small calls take less than a millisecond; and a caller waits for thirty seconds by default.
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  static Meters of(MeterRegistry registry, Side side, String... tags) {
    return new Meters(registry, side, Tags.of(tags), Percentiles.OF_THE_TIMER);
  }

  /** These with percentiles that are gauges. */
  Meters withPercentileGauges() {
    return new Meters(registry, side, tags, Percentiles.AS_GAUGES);
  }

  /** The meters of one method. */
  MethodMeters ofMethod(String method) {
    return new MethodMeters(
        method, new Meters(registry, side, tags.and("method", method), percentiles));
  }

  Timer successes() {
    return timer("success").publishPercentiles(PERCENTILES).register(registry);
  }

  /** Without percentiles, which would say how fast calls are refused. */
  Timer faults() {
    return timer("fault").register(registry);
  }

  Counter faults(String code) {
    return Counter.builder(side.meter("faults"))
        .description("Calls that ended with a fault, or without an answer, by its code")
        .tags(tags)
        .tag("code", code)
        .register(registry);
  }

  Gauge inFlight(AtomicInteger calls) {
    return Gauge.builder(side.meter("in.flight"), calls, AtomicInteger::get)
        .description("Calls that have begun and not ended")
        .tags(tags)
        .register(registry);
  }

  /** What a registry leaves out of a timer that has buckets; none if this one does not. */
  List<Meter> percentilesOf(MethodMeters method) {
    if (percentiles == Percentiles.OF_THE_TIMER) {
      return List.of();
    }
    return List.of(
        percentile("0.5", method, meters -> meters.figures().p50()),
        percentile("0.9", method, meters -> meters.figures().p90()),
        percentile("0.99", method, meters -> meters.figures().p99()));
  }

  private Meter percentile(
      String quantile, MethodMeters method, ToDoubleFunction<MethodMeters> seconds) {
    return TimeGauge.builder(side.meter("calls.percentile"), method, TimeUnit.SECONDS, seconds)
        .description("What so many of the successful calls of the last two minutes did not exceed")
        .tags(tags)
        .tag("quantile", quantile)
        .register(registry);
  }

  private Timer.Builder timer(String outcome) {
    return Timer.builder(side.meter("calls"))
        .description("Calls, and how long they took")
        .tags(tags)
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .minimumExpectedValue(SHORTEST)
        .maximumExpectedValue(LONGEST)
        .distributionStatisticExpiry(WINDOW)
        .distributionStatisticBufferLength(STEPS);
  }

  /** How a registry is told percentiles. */
  enum Percentiles {
    OF_THE_TIMER,
    /** For Prometheus, whose format has either buckets or percentiles. */
    AS_GAUGES
  }
}
