package dev.farcall.server;

import dev.farcall.mapping.MethodText;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call a Java method, by the annotations of Jakarta Annotations: what stands at the method
 * counts, or else what stands at the type that declares it.
 *
 * <p>Unlike there, what a method overrides or implements counts as well, and the caller must
 * satisfy all of it: whoever annotates an interface relies on it.
 */
final class AccessAnnotations {

  // The classes themselves, so that nothing starts where one is missing: the JVM would drop it.
  private static final Map<String, Class<? extends Annotation>> KNOWN =
      Stream.of(DenyAll.class, RolesAllowed.class, PermitAll.class)
          .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

  private AccessAnnotations() {}

  /**
   * Who may call this method when it runs on an object of that class.
   *
   * @param problems gets annotations that contradict each other, or are not understood
   */
  static Access of(Method method, Class<?> actual, Problems problems) {
    return Counterparts.of(method, actual)
        .map(declared -> declared(declared, problems))
        .reduce(Access.anyone(), Access::and);
  }

  /** The annotations of a method, or a type, as they are written. */
  static List<String> written(AnnotatedElement element) {
    return annotations(element).map(AccessAnnotations::text).sorted().toList();
  }

  private static Access declared(Method method, Problems problems) {
    return read(method, MethodText.of(method), problems)
        .or(() -> read(method.getDeclaringClass(), method.getDeclaringClass().getName(), problems))
        .orElse(Access.anyone());
  }

  private static Optional<Access> read(AnnotatedElement element, String where, Problems problems) {
    List<Annotation> found = annotations(element).toList();
    if (found.size() > 1) {
      problems.add(
          where + " carries " + String.join(" and ", written(element)) + "; only one can be meant");
      return Optional.of(Access.nobody());
    }
    return found.stream().findFirst().map(annotation -> access(annotation, where, problems));
  }

  private static Access access(Annotation annotation, String where, Problems problems) {
    String carries = where + " carries " + text(annotation);
    if (annotation instanceof PermitAll) {
      return Access.anyone();
    }
    if (annotation instanceof RolesAllowed allowed) {
      return RoleNames.access(carries + ", which", List.of(allowed.value()), problems);
    }
    if (!(annotation instanceof DenyAll)) {
      problems.add(carries + " of another class loader, which cannot be read");
    }
    return Access.nobody();
  }

  // By name, since one of another class loader must not be taken for none.
  private static Stream<Annotation> annotations(AnnotatedElement element) {
    return Stream.of(element.getDeclaredAnnotations())
        .filter(annotation -> KNOWN.containsKey(annotation.annotationType().getName()));
  }

  private static String text(Annotation annotation) {
    return "@" + annotation.annotationType().getSimpleName();
  }
}
