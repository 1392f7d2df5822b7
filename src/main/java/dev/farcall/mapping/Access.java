package dev.farcall.mapping;

import dev.farcall.MappingException;
import dev.farcall.XmlRpcException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ways into the classes of the application: found when a type is declared, all of them of one shape
 * so that a call runs them without looking.
 */
final class Access {
  private static final MethodType MAKE = MethodType.methodType(Object.class);
  private static final MethodType MAKE_OF = MethodType.methodType(Object.class, Object[].class);
  private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
  private static final MethodType SET =
      MethodType.methodType(void.class, Object.class, Object.class);

  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private Access() {}

  /** A constructor that takes an {@code Object[]}. */
  static MethodHandle constructor(Constructor<?> constructor) {
    Class<?> owner = constructor.getDeclaringClass();
    // Fixed, since a record whose last component is an array may be declared with "...".
    return open(owner, lookup -> lookup.unreflectConstructor(constructor))
        .asFixedArity()
        .asSpreader(Object[].class, constructor.getParameterCount())
        .asType(MAKE_OF);
  }

  /** A constructor that takes nothing; null if there is none, or none to be used from outside. */
  static @Nullable MethodHandle emptyConstructor(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return null;
    }
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(it -> it.getParameterCount() == 0 && !Modifier.isPrivate(it.getModifiers()))
        .map(it -> open(type, lookup -> lookup.unreflectConstructor(it)).asType(MAKE))
        .findAny()
        .orElse(null);
  }

  static MethodHandle getter(Method method) {
    return open(method.getDeclaringClass(), lookup -> lookup.unreflect(method)).asType(GET);
  }

  static MethodHandle getter(Field field) {
    return open(field.getDeclaringClass(), lookup -> lookup.unreflectGetter(field)).asType(GET);
  }

  static MethodHandle setter(Method method) {
    return open(method.getDeclaringClass(), lookup -> lookup.unreflect(method))
        .asFixedArity()
        .asType(SET);
  }

  static MethodHandle setter(Field field) {
    return open(field.getDeclaringClass(), lookup -> lookup.unreflectSetter(field)).asType(SET);
  }

  /** A new object by {@link #emptyConstructor}. */
  static Object make(MethodHandle constructor) {
    try {
      return (Object) constructor.invokeExact();
    } catch (Throwable e) {
      throw refused(e);
    }
  }

  /** A new object by {@link #constructor}. */
  static Object make(MethodHandle constructor, @Nullable Object[] arguments) {
    try {
      return (Object) constructor.invokeExact(arguments);
    } catch (Throwable e) {
      throw refused(e);
    }
  }

  /** What a getter gives; what it throws unchecked is thrown. */
  static @Nullable Object get(MethodHandle getter, Object owner) {
    try {
      return (Object) getter.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new MappingException("", "it could not be read from its object", e);
    }
  }

  /** Calls a setter. */
  static void set(MethodHandle setter, Object owner, @Nullable Object value) {
    try {
      setter.invokeExact(owner, value);
    } catch (Throwable e) {
      throw refused(e);
    }
  }

  /**
   * What the application threw at values it does not like. Its words are meant for the caller only
   * where it checked an argument itself.
   */
  private static RuntimeException refused(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof XmlRpcException own) {
      return own;
    }
    String words = isCheck(thrown) ? thrown.getMessage() : null;
    return new MappingException(
        "", words == null ? "the value was refused" : Values.words(words), thrown);
  }

  private static boolean isCheck(Throwable thrown) {
    Class<?> type = thrown.getClass();
    StackTraceElement[] trace = thrown.getStackTrace();
    if (type == IllegalArgumentException.class || type == DateTimeException.class) {
      return isOfApplication(trace, 0);
    }
    // The machine's own words for a null pointer quote the code.
    return type == NullPointerException.class
        && trace.length > 0
        && trace[0].getClassName().equals(Objects.class.getName())
        && isOfApplication(trace, 1);
  }

  // The platform's own words name classes, or repeat what was sent.
  private static boolean isOfApplication(StackTraceElement[] trace, int frame) {
    return frame < trace.length
        && PLATFORM.stream().noneMatch(trace[frame].getClassName()::startsWith);
  }

  private static MethodHandle open(Class<?> owner, Opening opening) {
    try {
      return opening.by(lookup(owner));
    } catch (IllegalAccessException e) {
      throw new MappingException(
          "",
          owner.getTypeName()
              + " cannot travel: module "
              + owner.getModule().getName()
              + " does not open its package "
              + owner.getPackageName(),
          e);
    }
  }

  private static Lookup lookup(Class<?> owner) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      return MethodHandles.publicLookup();
    }
  }

  private interface Opening {
    MethodHandle by(Lookup lookup) throws IllegalAccessException;
  }
}
