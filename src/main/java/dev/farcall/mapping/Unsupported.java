package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.reflect.Modifier;

/** What is said about a type that cannot travel. */
final class Unsupported {
  private Unsupported() {}

  /** {@code java.lang.Thread cannot travel: there is no XML-RPC type for it}. */
  static MappingException type(Class<?> type) {
    return because(type, reason(type));
  }

  static MappingException because(Class<?> type, String reason) {
    return new MappingException(type.getTypeName() + " cannot travel: " + reason);
  }

  private static String reason(Class<?> type) {
    if (GenericTypes.isPlatform(type)) {
      return "there is no XML-RPC type for it";
    } else if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return "it is abstract, so it is not known what to make of a value";
    } else if (isInner(type)) {
      return "it is an inner class, which needs an outer object; make it static";
    }
    return "it is neither a record nor a bean, which has a constructor without parameters that is"
        + " not private, and getters and setters or public fields";
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }
}
