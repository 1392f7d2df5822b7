package dev.farcall.server;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Makes handlers with their constructor without parameters. */
final class Constructors implements HandlerFactory {

  @Override
  public Object create(Class<?> type) throws Exception {
    try {
      return constructor(type).newInstance();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      // As when a class that it needs is missing.
      if (e.getCause() instanceof LinkageError cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws InstantiationException {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new InstantiationException("it is abstract");
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      if (!Modifier.isPrivate(constructor.getModifiers()) && constructor.trySetAccessible()) {
        return constructor;
      }
      throw new InstantiationException("its constructor without parameters is not accessible");
    } catch (NoSuchMethodException e) {
      throw new InstantiationException("it has no constructor without parameters");
    }
  }

  @Override
  public String toString() {
    return "Constructors";
  }
}
