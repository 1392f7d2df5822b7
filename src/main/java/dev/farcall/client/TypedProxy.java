package dev.farcall.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers the methods of an interface as it was planned when the proxy was made.
 *
 * @param methods all that the interface has; those of Object are answered here
 * @param description what the proxy prints
 */
record TypedProxy(Map<Method, ProxyMethod> methods, String description)
    implements InvocationHandler {

  private static final Object[] NONE = {};

  /**
   * A proxy whose methods are those of this service.
   *
   * @throws IllegalArgumentException with all that is wrong with the interface
   */
  static <T> T of(Class<T> type, Service service, Sending sending) {
    Problems problems = new Problems();
    RemoteMethods remote = new RemoteMethods(type, service, sending, problems);
    Map<Method, ProxyMethod> methods = new ProxyMethods(type, remote, problems).all();
    problems.throwIfAny();
    TypedProxy handler = new TypedProxy(methods, type.getSimpleName() + " over " + service);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    @Nullable Object[] values = arguments == null ? NONE : arguments;
    ProxyMethod planned = methods.get(method);
    return planned == null ? ofObject(proxy, method, values) : planned.call(proxy, values);
  }

  private Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> description;
    };
  }
}
