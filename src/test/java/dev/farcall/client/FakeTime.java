package dev.farcall.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only when it is told to, and remembers who waited. For use by one thread. */
final class FakeTime implements Time {

  static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final List<Duration> waits = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  @Override
  public Instant now() {
    return START.plus(passed);
  }

  @Override
  public long nanos() {
    // Near where the count of a machine that runs for long turns negative.
    return Long.MAX_VALUE - 50_000_000 + passed.toNanos();
  }

  @Override
  public void pass(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(duration);
    advance(duration);
  }

  /** Passes without anybody waiting. */
  void advance(Duration duration) {
    passed = passed.plus(duration);
  }

  /** For how long was waited, each time. */
  List<Duration> waits() {
    return waits;
  }
}
