package dev.farcall.mapping;

import dev.farcall.XmlRpcMember;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a bean, inherited ones included: public getters and setters ({@code getX},
 * {@code isX}, {@code setX}) and public fields. They stand in the order of the fields, then by
 * name. The annotation may be on any of getter, setter and field. A property whose field is {@code
 * transient} does not travel.
 */
final class BeanProperties {
  private final Type bean;
  private final Class<?> raw;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  BeanProperties(Type bean) {
    this.bean = bean;
    raw = GenericTypes.raw(bean);
  }

  /** All of them. */
  List<DeclaredMember> members() {
    fields(raw);
    Stream<Method> methods = Arrays.stream(raw.getMethods()).filter(this::isProperty);
    methods.sorted(Comparator.comparing(Method::getName)).forEach(this::method);
    return drafts.entrySet().stream()
        .filter(entry -> entry.getValue().travels())
        .map(entry -> entry.getValue().member(entry.getKey()))
        .toList();
  }

  private void fields(@Nullable Class<?> declaring) {
    if (declaring == null || GenericTypes.isPlatform(declaring)) {
      return;
    }
    fields(declaring.getSuperclass());
    for (Field field : declaring.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        draft(field.getName()).field = field;
      }
    }
  }

  private boolean isProperty(Method method) {
    return !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && method.getDeclaringClass() != Object.class;
  }

  private void method(Method method) {
    String name = method.getName();
    Class<?> result = method.getReturnType();
    boolean isTest = result == boolean.class || result == Boolean.class;
    if (method.getParameterCount() == 1 && isPrefixed(name, "set")) {
      draft(decapitalized(name.substring(3))).setters.add(method);
    } else if (method.getParameterCount() > 0 || result == void.class) {
      return;
    } else if (isPrefixed(name, "get")) {
      draft(decapitalized(name.substring(3))).getter = method;
    } else if (isTest && isPrefixed(name, "is")) {
      draft(decapitalized(name.substring(2))).getter = method;
    }
  }

  private Draft draft(String name) {
    return drafts.computeIfAbsent(name, it -> new Draft());
  }

  private static boolean isPrefixed(String name, String prefix) {
    return name.startsWith(prefix)
        && name.length() > prefix.length()
        && !Character.isLowerCase(name.charAt(prefix.length()));
  }

  // As beans have it: getURL is the property URL, getName is the property name.
  private static String decapitalized(String name) {
    boolean isAcronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return isAcronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** What has been found of a property. */
  private final class Draft {
    private @Nullable Field field;
    private @Nullable Method getter;
    private final List<Method> setters = new ArrayList<>();

    boolean travels() {
      boolean isTransient = field != null && Modifier.isTransient(field.getModifiers());
      return !isTransient && (getter != null || !setters.isEmpty() || publicField() != null);
    }

    DeclaredMember member(String name) {
      Type type = type();
      MethodHandle setter = setter(name, type);
      return new DeclaredMember(name, type, setter != null, annotation(), getter(), setter);
    }

    private Type type() {
      if (getter != null) {
        return resolved(getter, getter.getGenericReturnType());
      }
      Field open = publicField();
      return open != null ? resolved(open, open.getGenericType()) : parameter(setters.get(0));
    }

    private @Nullable MethodHandle getter() {
      Field open = publicField();
      if (getter != null) {
        return Access.getter(getter);
      }
      return open == null ? null : Access.getter(open);
    }

    private @Nullable MethodHandle setter(String name, Type type) {
      for (Method setter : setters) {
        if (parameter(setter).equals(type)) {
          return Access.setter(setter);
        }
      }
      if (!setters.isEmpty()) {
        throw disagreement(name, type, parameter(setters.get(0)));
      }
      Field open = publicField();
      return open == null || Modifier.isFinal(open.getModifiers()) ? null : Access.setter(open);
    }

    private RuntimeException disagreement(String name, Type got, Type set) {
      return Unsupported.because(
          raw,
          "its property "
              + name
              + " is got as "
              + GenericTypes.name(got)
              + " and set as "
              + GenericTypes.name(set));
    }

    private @Nullable XmlRpcMember annotation() {
      Stream<AnnotatedElement> places =
          Stream.concat(Stream.of(getter, field).filter(Objects::nonNull), setters.stream());
      return places
          .map(it -> it.getAnnotation(XmlRpcMember.class))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private @Nullable Field publicField() {
      return field != null && Modifier.isPublic(field.getModifiers()) ? field : null;
    }

    private Type parameter(Method setter) {
      return resolved(setter, setter.getGenericParameterTypes()[0]);
    }

    private Type resolved(Member declared, Type type) {
      Type owner = GenericTypes.supertype(bean, declared.getDeclaringClass());
      return GenericTypes.resolve(type, GenericTypes.bindings(owner == null ? bean : owner));
    }
  }
}
