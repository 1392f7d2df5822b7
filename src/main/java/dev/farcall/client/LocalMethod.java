package dev.farcall.client;

import dev.farcall.mapping.MethodText;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body that an interface gives a method.
 *
 * @param body takes the proxy and the arguments
 */
record LocalMethod(MethodHandle body) implements ProxyMethod {

  private static final MethodType UNIFORM =
      MethodType.methodType(Object.class, Object.class, Object[].class);

  /** The plan, or empty when there is none, which is then among the problems. */
  static Optional<ProxyMethod> of(Method method, Problems problems) {
    Class<?> owner = method.getDeclaringClass();
    if (isVisible(owner)) {
      // The one way into interfaces of modules that are exported and not opened, as the platform's.
      return Optional.of(
          (proxy, arguments) -> InvocationHandler.invokeDefault(proxy, method, arguments));
    }
    try {
      MethodHandle body =
          MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
              .unreflectSpecial(method, owner)
              .asFixedArity()
              .asSpreader(Object[].class, method.getParameterCount())
              .asType(UNIFORM);
      return Optional.of(new LocalMethod(body));
    } catch (IllegalAccessException e) {
      problems.add(
          MethodText.of(method)
              + " cannot run: "
              + owner.getModule()
              + " does not open its package "
              + owner.getPackageName(),
          e);
      return Optional.empty();
    }
  }

  private static boolean isVisible(Class<?> owner) {
    return Modifier.isPublic(owner.getModifiers())
        && owner.getModule().isExported(owner.getPackageName(), LocalMethod.class.getModule());
  }

  @Override
  public @Nullable Object call(Object proxy, @Nullable Object[] arguments) throws Throwable {
    return (Object) body.invokeExact(proxy, arguments);
  }
}
