package dev.farcall.container;

import java.util.Set;

/**
 * A request that no honest caller sends.
 *
 * @param name what it is
 * @param request what is sent
 * @param outcomes what may come of it, as {@link Outcome#summary}
 */
record Attack(String name, RawRequest request, Set<String> outcomes) {

  static Attack of(String name, RawRequest request, String... outcomes) {
    return new Attack(name, request, Set.of(outcomes));
  }

  @Override
  public String toString() {
    return name;
  }
}
