package dev.farcall.server;

import dev.farcall.call.CallContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may call a method: callers who have, of each of some sets of roles, at least one. No set is
 * anyone; an empty set is nobody.
 *
 * <p>A role is one of the container's, or {@link #AUTHENTICATED}. Immutable.
 */
public final class Access {

  /** Stands for any caller who is authenticated, as in Servlet 6.0, section 13.3. */
  public static final String AUTHENTICATED = "**";

  private static final Access ANYONE = new Access(Set.of());
  private static final Access NOBODY = new Access(Set.of(Set.of()));

  private final Set<Set<String>> needed;

  private Access(Set<Set<String>> needed) {
    this.needed = needed;
  }

  static Access anyone() {
    return ANYONE;
  }

  static Access nobody() {
    return NOBODY;
  }

  static Access anyOf(Collection<String> roles) {
    return new Access(Set.of(Set.copyOf(roles)));
  }

  /** For those only whom both let in. */
  Access and(Access other) {
    Set<Set<String>> both = new HashSet<>(needed);
    both.addAll(other.needed);
    return new Access(Set.copyOf(both));
  }

  /** Whether anyone may call, known or not. */
  public boolean isForAnyone() {
    return needed.isEmpty();
  }

  /** Whether nobody may call, whatever roles somebody has. */
  public boolean isForNobody() {
    return needed.contains(Set.of());
  }

  /** Whether this caller may call. */
  public boolean permits(CallContext caller) {
    return needed.stream().allMatch(roles -> roles.stream().anyMatch(role -> has(caller, role)));
  }

  /** All roles that count, sorted; a caller need not have every one of them. */
  public List<String> roles() {
    return needed.stream().flatMap(Set::stream).distinct().sorted().toList();
  }

  private static boolean has(CallContext caller, String role) {
    return role.equals(AUTHENTICATED) ? caller.principal().isPresent() : caller.isInRole(role);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Access access && needed.equals(access.needed);
  }

  @Override
  public int hashCode() {
    return needed.hashCode();
  }

  @Override
  public String toString() {
    return isForAnyone() ? "anyone" : isForNobody() ? "nobody" : "callers with " + needed;
  }
}
