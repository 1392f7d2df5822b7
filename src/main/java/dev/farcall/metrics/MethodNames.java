package dev.farcall.metrics;

import java.util.Collection;

/** Which names have meters of their own. */
interface MethodNames {
  /** The meters for a call of this name. */
  MethodMeters metersOf(String name);

  /** All meters there are, sorted by name. */
  Collection<MethodMeters> all();
}
