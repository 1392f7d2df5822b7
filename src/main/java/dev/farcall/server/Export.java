package dev.farcall.server;

import dev.farcall.XmlRpcMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java method of a handler, with the methods of interfaces that it implements, whose annotations
 * and documentation count as its own.
 *
 * @param method what is called
 * @param declarations the method itself, then those it implements
 */
record Export(Method method, List<Method> declarations) {

  static Export of(Method method) {
    List<Method> declarations = new ArrayList<>(List.of(method));
    interfaces(method.getDeclaringClass())
        .distinct()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(declared -> implementedBy(method, declared))
        .forEach(declarations::add);
    return new Export(method, List.copyOf(declarations));
  }

  /** The annotation, from the class before the interfaces. */
  <A extends Annotation> Optional<A> annotation(Class<A> type) {
    return declarations.stream()
        .flatMap(declared -> Stream.ofNullable(declared.getAnnotation(type)))
        .findFirst();
  }

  Optional<XmlRpcMethod> declared() {
    return annotation(XmlRpcMethod.class);
  }

  /** The name behind the prefix. */
  String name() {
    return declared()
        .map(XmlRpcMethod::name)
        .filter(name -> !name.isEmpty())
        .orElseGet(method::getName);
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    Stream<Class<?>> direct =
        Stream.of(type.getInterfaces())
            .flatMap(each -> Stream.concat(Stream.of(each), interfaces(each)));
    Class<?> parent = type.getSuperclass();
    return parent == null ? direct : Stream.concat(direct, interfaces(parent));
  }

  /** Whether a method is what a type below would have to implement another with. */
  static boolean implementedBy(Method method, Method declared) {
    Class<?>[] types = method.getParameterTypes();
    Class<?>[] declaredTypes = declared.getParameterTypes();
    if (!declared.getName().equals(method.getName()) || types.length != declaredTypes.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      // Where the interface is generic the class may have a narrower type.
      boolean generic = !(declared.getGenericParameterTypes()[i] instanceof Class);
      boolean fits = generic && declaredTypes[i].isAssignableFrom(types[i]);
      if (!fits && types[i] != declaredTypes[i]) {
        return false;
      }
    }
    return true;
  }
}
