package dev.farcall.client;

import dev.farcall.Lifecycle;
import dev.farcall.XmlRpcMethod;
import dev.farcall.mapping.MethodText;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides for each method of an interface who answers it: the server, or the proxy itself. */
final class ProxyMethods {

  private final Class<?> type;
  private final RemoteMethods remote;
  private final Problems problems;

  ProxyMethods(Class<?> type, RemoteMethods remote, Problems problems) {
    this.type = type;
    this.remote = remote;
    this.problems = problems;
  }

  /** All methods, those that are inherited, too. What has no plan is among the problems. */
  Map<Method, ProxyMethod> all() {
    Map<Method, ProxyMethod> planned = new HashMap<>();
    if (canHaveProxies()) {
      List<Method> methods = methods();
      boolean annotated = methods.stream().anyMatch(method -> declared(method).isPresent());
      for (Method method : methods) {
        plan(method, annotated).ifPresent(plan -> planned.put(method, plan));
      }
    }
    return Map.copyOf(planned);
  }

  private boolean canHaveProxies() {
    if (!type.isInterface()) {
      problems.add(type.getName() + " is not an interface");
    } else if (type.isSealed() || type.isHidden()) {
      problems.add(
          type.getName()
              + " is "
              + (type.isSealed() ? "sealed" : "hidden")
              + ", nobody can extend it");
    } else {
      return true;
    }
    return false;
  }

  private List<Method> methods() {
    return Stream.of(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !isOfObject(method))
        // The JVM gives them in any order.
        .sorted(Comparator.comparing(MethodText::of))
        .toList();
  }

  private Optional<? extends ProxyMethod> plan(Method method, boolean annotated) {
    Optional<XmlRpcMethod> declared = declared(method);
    if (declared.isEmpty() && method.isDefault()) {
      return LocalMethod.of(method, problems);
    } else if (declared.isEmpty() && isClose(method)) {
      return Optional.of((proxy, arguments) -> null);
    } else if (declared.isEmpty() && isLifecycle(method)) {
      return Optional.of((proxy, arguments) -> refuse(method));
    } else if (declared.isEmpty() && annotated) {
      problems.add(
          MethodText.of(method)
              + " has neither a body nor @XmlRpcMethod, which others of "
              + type.getName()
              + " carry, so that no server would export it");
      return Optional.empty();
    }
    return remote.plan(method, declared);
  }

  /** The annotation of the method, or of one that it overrides. */
  private Optional<XmlRpcMethod> declared(Method method) {
    return Stream.concat(Stream.of(method), overridden(method))
        .flatMap(each -> Stream.ofNullable(each.getAnnotation(XmlRpcMethod.class)))
        .findFirst();
  }

  private Stream<Method> overridden(Method method) {
    return interfaces(type)
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .filter(each -> haveOneSignature(each, method));
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    return Stream.of(type.getInterfaces())
        .flatMap(each -> Stream.concat(Stream.of(each), interfaces(each)));
  }

  private static boolean isClose(Method method) {
    return method.getName().equals("close")
        && method.getParameterCount() == 0
        && AutoCloseable.class.isAssignableFrom(method.getDeclaringClass());
  }

  private static boolean isLifecycle(Method method) {
    return method.isAnnotationPresent(Lifecycle.class);
  }

  private static Object refuse(Method method) {
    throw new UnsupportedOperationException(
        MethodText.of(method) + " is for whoever runs the handler, and not exported");
  }

  private static boolean isOfObject(Method method) {
    return Stream.of(Object.class.getMethods()).anyMatch(each -> haveOneSignature(each, method));
  }

  private static boolean haveOneSignature(Method one, Method other) {
    return one.getName().equals(other.getName())
        && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }
}
