package dev.farcall.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The roles that were given by name, for one method or for all that begin alike. Of several rules
 * that cover a method the one with the longest name counts.
 */
final class RoleRules {

  private final List<Rule> rules = new ArrayList<>();

  /** Gives roles to a name. For the same name twice, the caller must satisfy both. */
  void add(String name, Collection<String> roles) {
    rules.add(new Rule(name, List.copyOf(roles)));
  }

  /**
   * Adds to the problems what is wrong with the rules, and those that cover none of these methods:
   * a name with a typing error would leave the method open that was meant.
   */
  void check(Collection<String> methods, Problems problems) {
    for (Rule rule : rules) {
      if (methods.stream().noneMatch(rule::covers)) {
        problems.add(
            rule.where()
                + ": no method has this name, and none begins with \""
                + rule.name
                + ".\"");
      }
      Access unused = RoleNames.access(rule.where(), rule.roles, problems);
    }
  }

  /** Who may call a method, as far as these rules go. */
  Access of(String method) {
    List<Rule> covering = rules.stream().filter(rule -> rule.covers(method)).toList();
    int longest = covering.stream().mapToInt(rule -> rule.name.length()).max().orElse(0);
    return covering.stream()
        .filter(rule -> rule.name.length() == longest)
        .map(rule -> Access.anyOf(rule.roles))
        .reduce(Access.anyone(), Access::and);
  }

  private record Rule(String name, List<String> roles) {
    boolean covers(String method) {
      return name.isEmpty() || method.equals(name) || method.startsWith(name + ".");
    }

    String where() {
      return "roles." + name;
    }
  }
}
