package dev.farcall.mapping;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types without variables and wildcards: a class, or one with type arguments, or an array of such.
 * They are equal when they mean the same, so they serve as keys.
 */
public final class GenericTypes {
  private GenericTypes() {}

  /**
   * The type of something that a class or interface inherits, as it is there: the {@code T} that
   * {@code Store<T>} returns is a {@code User} in an interface that extends {@code Store<User>}.
   *
   * @param declared the type as it is declared
   * @param declaring the class or interface that declares it
   * @param heir that class, or one that extends or implements it
   * @return a type without variables and wildcards
   */
  public static Type inherited(Type declared, Class<?> declaring, Class<?> heir) {
    Type supertype = supertype(heir, declaring);
    return resolve(declared, supertype == null ? Map.of() : bindings(supertype));
  }

  /** The type with wildcards and variables replaced by what they allow. */
  static Type canonical(Type type) {
    return resolve(type, Map.of());
  }

  /** The same, with variables replaced by what they stand for. */
  static Type resolve(Type type, Map<TypeVariable<?>, Type> bindings) {
    if (type instanceof ParameterizedType generic) {
      return new Parameterized(
          (Class<?>) generic.getRawType(),
          Arrays.stream(generic.getActualTypeArguments())
              .map(argument -> resolve(argument, bindings))
              .toList());
    } else if (type instanceof GenericArrayType array) {
      return arrayOf(resolve(array.getGenericComponentType(), bindings));
    } else if (type instanceof WildcardType wildcard) {
      Type[] lower = wildcard.getLowerBounds();
      return resolve(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0], bindings);
    } else if (type instanceof TypeVariable<?> variable) {
      Type bound = bindings.get(variable);
      // A bound may mention the variable itself, so only its class is taken.
      return bound != null ? bound : raw(variable.getBounds()[0]);
    }
    return type;
  }

  /** What the variables of a type's class stand for in it. */
  static Map<TypeVariable<?>, Type> bindings(Type canonical) {
    Map<TypeVariable<?>, Type> bindings = new HashMap<>();
    if (canonical instanceof Parameterized generic) {
      TypeVariable<?>[] variables = generic.raw().getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        bindings.put(variables[i], generic.arguments().get(i));
      }
    }
    return bindings;
  }

  /** What a superclass or interface of a type looks like from there; null if it has no such. */
  static @Nullable Type supertype(Type canonical, Class<?> wanted) {
    Class<?> raw = raw(canonical);
    if (raw == wanted) {
      return canonical;
    } else if (!wanted.isAssignableFrom(raw)) {
      return null;
    }
    for (Type parent : parents(raw)) {
      Type found = supertype(resolve(parent, bindings(canonical)), wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** An argument of a supertype, as the {@code E} of {@code Iterable<E>}; Object if it is raw. */
  static Type argument(Type canonical, Class<?> supertype, int index) {
    return supertype(canonical, supertype) instanceof Parameterized generic
        ? generic.arguments().get(index)
        : Object.class;
  }

  /** The class of a type, canonical or not. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    } else if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    } else if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
    }
    return raw(canonical(type));
  }

  /** What an array holds; null if the type is not an array. */
  static @Nullable Type component(Type canonical) {
    return canonical instanceof ArrayOf array ? array.component() : raw(canonical).componentType();
  }

  /** The type as one would write it, with simple names. */
  static String name(Type canonical) {
    if (canonical instanceof Parameterized generic) {
      return generic.arguments().stream()
          .map(GenericTypes::name)
          .collect(Collectors.joining(", ", generic.raw().getSimpleName() + "<", ">"));
    } else if (canonical instanceof ArrayOf array) {
      return name(array.component()) + "[]";
    }
    return raw(canonical).getSimpleName();
  }

  /** Whether a class comes with the Java platform. */
  static boolean isPlatform(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private static Type arrayOf(Type component) {
    return component instanceof Class<?> raw ? raw.arrayType() : new ArrayOf(component);
  }

  private static List<Type> parents(Class<?> raw) {
    List<Type> parents = new java.util.ArrayList<>(List.of(raw.getGenericInterfaces()));
    Type superclass = raw.getGenericSuperclass();
    if (superclass != null) {
      parents.add(superclass);
    }
    return parents;
  }

  /** A class with type arguments. */
  record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(new Type[0]);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw.getDeclaringClass();
    }

    // A user's factory may compare it with a type of the platform's making.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ParameterizedType that
          && raw.equals(that.getRawType())
          && arguments.equals(List.of(that.getActualTypeArguments()));
    }

    @Override
    public int hashCode() {
      return raw.hashCode() ^ arguments.hashCode();
    }

    @Override
    public String toString() {
      return name(this);
    }
  }

  /** An array of a class with type arguments. */
  record ArrayOf(Type component) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return component;
    }
  }
}
