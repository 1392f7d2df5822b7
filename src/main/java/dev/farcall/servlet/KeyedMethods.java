package dev.farcall.servlet;

import dev.farcall.server.MethodInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which methods take idempotency keys.
 *
 * @param kept those whose calls are kept
 * @param refused those for which a key must not be ignored, since they do more when they are called
 *     twice
 */
record KeyedMethods(Set<String> kept, Set<String> refused) {

  private static final String ALL = "*";

  /**
   * Those of these methods that these names cover. A name that covers none is a problem: with a
   * typing error the method that was meant would not be kept.
   */
  static KeyedMethods of(List<String> names, List<MethodInfo> methods, Problems problems) {
    for (String name : names) {
      if (methods.stream().noneMatch(method -> covers(name, method.name()))) {
        problems.add(
            "idempotency-keys: no method has the name \""
                + name
                + "\", and none begins with \""
                + name
                + ".\"");
      }
    }
    Predicate<MethodInfo> kept =
        method -> names.stream().anyMatch(name -> covers(name, method.name()));
    return new KeyedMethods(
        names(methods, kept), names(methods, kept.or(MethodInfo::idempotent).negate()));
  }

  private static boolean covers(String name, String method) {
    return name.equals(ALL) || method.equals(name) || method.startsWith(name + ".");
  }

  private static Set<String> names(List<MethodInfo> methods, Predicate<MethodInfo> chosen) {
    return methods.stream()
        .filter(chosen)
        .map(MethodInfo::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
