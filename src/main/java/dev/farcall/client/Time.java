package dev.farcall.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time by which calls are sent again. */
interface Time {

  /** That of this machine. */
  Time SYSTEM =
      new Time() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pass(Duration duration) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
      };

  /** What deadlines are given in, and what may be set. */
  Instant now();

  /** Nanoseconds from any beginning, which nobody sets. */
  long nanos();

  /** Returns when so much has passed. */
  void pass(Duration duration) throws InterruptedException;
}
