package dev.farcall.metrics;

import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was measured of one method. Times are in seconds, and of calls that ended without a fault.
 *
 * @param method its name
 * @param calls that have ended, since the start
 * @param faults how many of these ended with a fault, or without an answer
 * @param inFlight how many calls run now
 * @param p50 what half of the calls of the last two minutes did not exceed; NaN if there were none
 * @param p90 the same for nine of ten
 * @param p99 the same for 99 of 100
 * @param max the longest of the last two minutes; NaN if there were none
 * @param buckets how many took how long, since the start; sorted by time
 */
public record MethodFigures(
    String method,
    long calls,
    long faults,
    int inFlight,
    double p50,
    double p90,
    double p99,
    double max,
    List<Bucket> buckets) {

  /** Keeps a copy of the buckets. */
  public MethodFigures {
    buckets = List.copyOf(buckets);
  }

  static MethodFigures of(String method, HistogramSnapshot successes, long faults, int inFlight) {
    ValueAtPercentile[] values = successes.percentileValues();
    return new MethodFigures(
        method,
        successes.count() + faults,
        faults,
        inFlight,
        seconds(values, 0),
        seconds(values, 1),
        seconds(values, 2),
        seconds(successes.max(TimeUnit.SECONDS)),
        Arrays.stream(successes.histogramCounts()).map(MethodFigures::bucket).toList());
  }

  private static double seconds(ValueAtPercentile[] values, int index) {
    // A registry of somebody's own may not keep percentiles.
    return index < values.length ? seconds(values[index].value(TimeUnit.SECONDS)) : Double.NaN;
  }

  private static double seconds(double value) {
    return value > 0 ? value : Double.NaN;
  }

  private static Bucket bucket(CountAtBucket count) {
    return new Bucket(count.bucket(TimeUnit.SECONDS), (long) count.count());
  }

  /**
   * How many calls took no longer than some time.
   *
   * @param seconds the time
   * @param count of calls, with those of all shorter times
   */
  public record Bucket(double seconds, long count) {}
}
