package dev.farcall.mapping;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** Java methods as messages about declarations name them, on both sides of a call. */
public final class MethodText {
  private MethodText() {}

  /** {@code com.example.Sample.add(int, int)}. */
  public static String of(Method method) {
    List<String> types = Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList();
    return method.getDeclaringClass().getName()
        + "."
        + method.getName()
        + "("
        + String.join(", ", types)
        + ")";
  }
}
