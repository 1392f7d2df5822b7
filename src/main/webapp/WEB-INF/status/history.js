"use strict";

/** What was seen in the last five minutes: counters become rates, and buckets percentiles. */
const History = (() => {
  const SPAN_MILLIS = 5 * 60 * 1000;
  // Above this there was a pause, over which nothing is known.
  const GAP_MILLIS = 10 * 1000;

  const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);

  const buckets = (servlets) => {
    const counts = new Map();
    for (const bucket of servlets.flatMap((servlet) => servlet.latency)) {
      counts.set(bucket.seconds, (counts.get(bucket.seconds) ?? 0) + bucket.count);
    }
    return [...counts].map(([seconds, count]) => ({ seconds, count }));
  };

  const sample = (status, time) => {
    const methods = status.servlets.flatMap((servlet) => servlet.methods);
    const grown = buckets(status.servlets);
    const inBuckets = grown.length === 0 ? 0 : grown[grown.length - 1].count;
    return {
      time,
      inBuckets,
      slow: sum(methods, (method) => method.calls - method.faults) - inBuckets,
      started: status.servlets.map((servlet) => servlet.started).join(),
      calls: sum(methods, (method) => method.calls),
      faults: sum(methods, (method) => method.faults),
      inFlight: sum(methods, (method) => method.inFlight),
      buckets: grown,
      byMethod: new Map(
        status.servlets.flatMap((servlet) =>
          servlet.methods.map((method) => [`${servlet.name} ${method.name}`, method.calls]),
        ),
      ),
    };
  };

  /** The time that so large a part did not exceed, within a bucket as if all were evenly spread. */
  const percentile = (part, grown, total) => {
    const rank = part * total;
    let lower = { seconds: 0, count: 0 };
    for (const bucket of grown) {
      if (bucket.count >= rank && bucket.count > lower.count) {
        const within = (rank - lower.count) / (bucket.count - lower.count);
        return lower.seconds + within * (bucket.seconds - lower.seconds);
      }
      lower = bucket;
    }
    return lower.seconds;
  };

  /**
   * How many calls were measured so far. Those that no bucket has took longer than the last bucket
   * is for; or they ended just now, and the bucket was read first. The next time tells.
   */
  const measured = (before, now) => now.inBuckets + Math.min(before.slow, now.slow);

  const latencies = (before, now) => {
    const total = now.measured - before.measured;
    if (total <= 0 || before.buckets.length !== now.buckets.length) {
      return { p50: null, p99: null };
    }
    const grown = now.buckets.map(({ seconds, count }, i) => ({
      seconds,
      count: count - before.buckets[i].count,
    }));
    return { p50: percentile(0.5, grown, total), p99: percentile(0.99, grown, total) };
  };

  const point = (before, now) => {
    const seconds = (now.time - before.time) / 1000;
    return {
      time: now.time,
      calls: (now.calls - before.calls) / seconds,
      faults: (now.faults - before.faults) / seconds,
      inFlight: now.inFlight,
      ...latencies(before, now),
    };
  };

  const gap = (time, inFlight) => ({
    time,
    calls: null,
    faults: null,
    p50: null,
    p99: null,
    inFlight,
  });

  const create = () => {
    let previous = null;
    let points = [];
    let rates = new Map();

    const continues = (next) =>
      previous !== null &&
      previous.started === next.started &&
      next.calls >= previous.calls &&
      next.time - previous.time < GAP_MILLIS;

    const ratesOf = (next) => {
      const seconds = (next.time - previous.time) / 1000;
      return new Map(
        [...next.byMethod].map(([key, calls]) => [
          key,
          Math.max(0, calls - (previous.byMethod.get(key) ?? calls)) / seconds,
        ]),
      );
    };

    /** Adds what a server told at some time. */
    const add = (status, time) => {
      const next = sample(status, time);
      const known = continues(next);
      next.measured = measured(known ? previous : next, next);
      points.push(known ? point(previous, next) : gap(time, next.inFlight));
      rates = known ? ratesOf(next) : new Map();
      points = points.filter((each) => each.time >= time - SPAN_MILLIS);
      previous = next;
    };

    return Object.freeze({
      add,
      points: () => points,
      last: () => points[points.length - 1],
      /** Calls per second of a method, or null. */
      rate: (key) => rates.get(key) ?? null,
    });
  };

  return Object.freeze({ create, percentile, SPAN_MILLIS });
})();
