package dev.farcall.server;

import dev.farcall.Lifecycle;
import dev.farcall.LoginAttempt;
import dev.farcall.mapping.MethodText;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which methods of a class can be called from outside: the public ones it declares itself, or, as
 * soon as one carries {@link dev.farcall.XmlRpcMethod}, only those that carry it.
 */
final class Exports {

  // By name, so that none of them need be there.
  private static final Set<String> CONTAINER_ANNOTATIONS =
      Set.of(
          "jakarta.annotation.PostConstruct",
          "jakarta.annotation.PreDestroy",
          "jakarta.annotation.Resource",
          "jakarta.inject.Inject");

  private Exports() {}

  /**
   * What the type exports, in a fixed order.
   *
   * @param problems gets what is wrong with the declarations
   */
  static List<Export> of(Class<?> type, Problems problems) {
    if (type.isSynthetic() || type.isHidden() || Proxy.isProxyClass(type)) {
      problems.add(
          type.getName() + " is generated and declares nothing; name the interface it implements");
      return List.of();
    }
    List<Export> declared = declared(type);
    List<Export> exports = chosen(declared);
    declared.stream()
        .filter(export -> !exports.contains(export))
        .forEach(export -> reportUnexported(export, problems));
    if (exports.isEmpty()) {
      problems.add(type.getName() + " declares no method to export");
    }
    return exports;
  }

  private static List<Export> chosen(List<Export> declared) {
    boolean annotated = declared.stream().anyMatch(export -> export.declared().isPresent());
    return declared.stream()
        .filter(Exports::isExportable)
        .filter(export -> !annotated || export.declared().isPresent())
        .toList();
  }

  private static void reportUnexported(Export export, Problems problems) {
    String method = MethodText.of(export.method());
    if (export.declared().isPresent()) {
      problems.add(
          method
              + " carries @XmlRpcMethod, yet is not public, static, one of Object, or life cycle");
    }
    List<String> annotations = new ArrayList<>(AccessAnnotations.written(export.method()));
    if (export.method().isAnnotationPresent(LoginAttempt.class)) {
      annotations.add("@LoginAttempt");
    }
    if (!annotations.isEmpty()) {
      problems.warn(
          method + " carries " + String.join(" and ", annotations) + ", but is not exported");
    }
  }

  private static List<Export> declared(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> !method.isBridge() && !method.isSynthetic())
        // The JVM gives them in any order.
        .sorted(Comparator.comparing(MethodText::of))
        .map(Export::of)
        .toList();
  }

  private static boolean isExportable(Export export) {
    Method method = export.method();
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !isOfObject(method)
        && !isLifecycle(export);
  }

  private static boolean isOfObject(Method method) {
    return Stream.of(Object.class.getDeclaredMethods())
        .anyMatch(
            inherited ->
                inherited.getName().equals(method.getName())
                    && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes()));
  }

  private static boolean isLifecycle(Export export) {
    return export.annotation(Lifecycle.class).isPresent()
        || export.declarations().stream().anyMatch(Exports::isClose)
        || Stream.of(export.method().getAnnotations()).anyMatch(Exports::isOfContainer);
  }

  private static boolean isClose(Method method) {
    return method.getName().equals("close")
        && method.getParameterCount() == 0
        && AutoCloseable.class.isAssignableFrom(method.getDeclaringClass());
  }

  private static boolean isOfContainer(Annotation annotation) {
    return CONTAINER_ANNOTATIONS.contains(annotation.annotationType().getName());
  }
}
