package dev.farcall.server;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A method in all the types that have a say about it: what it overrides, and is overridden by. */
final class Counterparts {
  private Counterparts() {}

  /**
   * The method itself, what it overrides and implements, and what stands for it in a class that
   * inherits or implements it.
   */
  static Stream<Method> of(Method method, Class<?> actual) {
    Set<Class<?>> types = new LinkedHashSet<>();
    collect(method.getDeclaringClass(), types);
    collect(actual, types);
    return types.stream()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(other -> other.equals(method) || isCounterpart(method, other));
  }

  private static void collect(Class<?> type, Set<Class<?>> types) {
    if (types.add(type)) {
      Stream.of(type.getInterfaces()).forEach(each -> collect(each, types));
      if (type.getSuperclass() != null) {
        collect(type.getSuperclass(), types);
      }
    }
  }

  private static boolean isCounterpart(Method method, Method other) {
    int modifiers = other.getModifiers();
    return !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(modifiers)
        && (Export.implementedBy(method, other) || Export.implementedBy(other, method));
  }
}
