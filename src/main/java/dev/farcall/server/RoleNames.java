package dev.farcall.server;

import java.util.Collection;

/** The names of roles that somebody declared. Whether the container has them, nobody knows. */
final class RoleNames {
  private RoleNames() {}

  /**
   * Who may call by this declaration.
   *
   * @param where it was made, and in which words, for the problems
   * @return nobody, if anything is wrong with it
   */
  static Access access(String where, Collection<String> roles, Problems problems) {
    if (roles.isEmpty()) {
      problems.add(where + " names no role");
    } else if (roles.stream().anyMatch(role -> role.isBlank() || !role.equals(role.strip()))) {
      problems.add(where + " names a role that is blank, or has blanks around it");
    } else if (roles.contains("*")) {
      problems.add(where + " names the role \"*\"; any caller who is authenticated is \"**\"");
    } else {
      return Access.anyOf(roles);
    }
    return Access.nobody();
  }
}
