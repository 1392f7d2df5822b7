package dev.farcall.metrics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Those that were given have meters, which are made at once; the rest share one more. */
final class KnownNames implements MethodNames {

  private final Map<String, MethodMeters> known;
  private final MethodMeters unknown;
  private final Collection<MethodMeters> all;

  KnownNames(Set<String> names, Function<String, MethodMeters> maker) {
    Map<String, MethodMeters> sorted = new TreeMap<>();
    names.forEach(name -> sorted.put(name, maker.apply(name)));
    // A method may have that very name; then it shares its meters.
    unknown = sorted.computeIfAbsent(CallMetrics.UNKNOWN, maker);
    all = sorted.values();
    known = new HashMap<>(sorted);
  }

  @Override
  public MethodMeters metersOf(String name) {
    return known.getOrDefault(name, unknown);
  }

  @Override
  public Collection<MethodMeters> all() {
    return all;
  }
}
