package dev.farcall.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is measured of one method. A call looks nothing up but the counter of its fault. */
final class MethodMeters {

  // The registry holds it weakly, by the gauge.
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, Counter> faultsByCode = new ConcurrentHashMap<>();
  private final String method;
  private final Meters meters;
  private final Clock clock;
  private final Timer successes;
  private final List<Meter> gauges;
  private volatile @Nullable Timer faults;

  MethodMeters(String method, Meters meters) {
    this.method = method;
    this.meters = meters;
    this.clock = meters.registry().config().clock();
    this.successes = meters.successes();
    this.gauges = new ArrayList<>(meters.percentilesOf(this));
    gauges.add(meters.inFlight(calls));
  }

  /** A call begins; answers the time, for its end. */
  long start() {
    calls.incrementAndGet();
    return clock.monotonicTime();
  }

  /** A call ends well. */
  void succeeded(long start) {
    end(successes, start);
  }

  /** A call ends with a fault, or with no answer. */
  void failed(long start, String label) {
    Timer timer = faults;
    if (timer == null) {
      // Only then: most methods never fail. Several threads get one and the same.
      timer = meters.faults();
      faults = timer;
    }
    end(timer, start);
    faultsByCode.computeIfAbsent(label, meters::faults).increment();
  }

  MethodFigures figures() {
    Timer failed = faults;
    long count = failed == null ? 0 : failed.count();
    return MethodFigures.of(method, successes.takeSnapshot(), count, calls.get());
  }

  void removeFrom(MeterRegistry registry) {
    registry.remove(successes);
    Timer failed = faults;
    if (failed != null) {
      registry.remove(failed);
    }
    gauges.forEach(registry::remove);
    faultsByCode.values().forEach(registry::remove);
  }

  private void end(Timer timer, long start) {
    timer.record(clock.monotonicTime() - start, TimeUnit.NANOSECONDS);
    calls.decrementAndGet();
  }
}
