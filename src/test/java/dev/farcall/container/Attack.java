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

  private static final int LONG = 50_000;

  static Attack of(String name, RawRequest request, String... outcomes) {
    return new Attack(name, request, Set.of(outcomes));
  }

  /**
   * Whether that may come of it. Who is still sending a long body when it is refused may find the
   * connection closed instead of the refusal.
   */
  boolean allows(Outcome outcome) {
    return outcomes.contains(outcome.summary())
        || (outcome.isClosed() && request.body().length > LONG);
  }

  @Override
  public String toString() {
    return name;
  }
}
