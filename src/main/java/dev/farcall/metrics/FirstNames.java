package dev.farcall.metrics;

import java.util.Collection;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first names that are seen get meters of their own, up to a limit; the rest share one more.
 */
final class FirstNames implements MethodNames {

  private final ConcurrentNavigableMap<String, MethodMeters> seen = new ConcurrentSkipListMap<>();
  private final int limit;
  private final Function<String, MethodMeters> maker;

  FirstNames(int limit, Function<String, MethodMeters> maker) {
    this.limit = limit;
    this.maker = maker;
  }

  @Override
  public MethodMeters metersOf(String name) {
    MethodMeters meters = seen.get(name);
    return meters == null ? firstOf(name) : meters;
  }

  @Override
  public Collection<MethodMeters> all() {
    return seen.values();
  }

  // One at a time, so that the limit holds; what is known already does not come here.
  private synchronized MethodMeters firstOf(String name) {
    @Nullable MethodMeters meters = seen.get(name);
    String tag = seen.size() < limit ? name : CallMetrics.UNKNOWN;
    return meters == null ? seen.computeIfAbsent(tag, maker) : meters;
  }
}
