package dev.farcall.servlet;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler for each annotation in each place; all of them have one method, {@code run}. */
final class RoleMatrixHandlers {

  private static final AtomicInteger RUNS = new AtomicInteger();

  private RoleMatrixHandlers() {}

  /** What is declared. */
  enum Rule {
    NONE,
    PERMIT_ALL,
    ROLES_ALLOWED,
    DENY_ALL
  }

  /** Where it is declared. */
  enum Place {
    /** At the class. */
    ON_CLASS,
    /** At the method, of a class that says otherwise. */
    ON_METHOD,
    /** At the method of an interface that the class implements. */
    ON_INTERFACE,
    /** At the method of a class that implements the interface which is exported. */
    ON_IMPLEMENTATION
  }

  /** The types to declare, by their prefix. */
  static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Rule rule : Rule.values()) {
      for (Place place : Place.values()) {
        types.put(prefix(rule, place), type(rule, place));
      }
    }
    return types;
  }

  static String prefix(Rule rule, Place place) {
    return rule + "." + place;
  }

  /** How often any of them has run. */
  static int runs() {
    return RUNS.get();
  }

  static Class<?> implementation(Class<?> type) {
    if (type == Plain.class) {
      return PlainImplementation.class;
    }
    if (type == Permitting.class) {
      return PermittingImplementation.class;
    }
    return type == Restricting.class
        ? RestrictingImplementation.class
        : DenyingImplementation.class;
  }

  private static Class<?> type(Rule rule, Place place) {
    return switch (rule) {
      case NONE -> pick(place, PlainClass.class, PlainMethod.class, OfPlain.class, Plain.class);
      case PERMIT_ALL ->
          pick(
              place,
              PermittingClass.class,
              PermittingMethod.class,
              OfPermitting.class,
              Permitting.class);
      case ROLES_ALLOWED ->
          pick(
              place,
              RestrictingClass.class,
              RestrictingMethod.class,
              OfRestricting.class,
              Restricting.class);
      case DENY_ALL ->
          pick(place, DenyingClass.class, DenyingMethod.class, OfDenying.class, Denying.class);
    };
  }

  private static Class<?> pick(
      Place place,
      Class<?> onClass,
      Class<?> onMethod,
      Class<?> onInterface,
      Class<?> onImplementation) {
    return switch (place) {
      case ON_CLASS -> onClass;
      case ON_METHOD -> onMethod;
      case ON_INTERFACE -> onInterface;
      case ON_IMPLEMENTATION -> onImplementation;
    };
  }

  private static String ran() {
    RUNS.incrementAndGet();
    return "ran";
  }

  static final class PlainClass {
    public String run() {
      return ran();
    }
  }

  static final class PlainMethod {
    public String run() {
      return ran();
    }
  }

  interface AnnotatedPlain {
    String run();
  }

  static final class OfPlain implements AnnotatedPlain {
    @Override
    public String run() {
      return ran();
    }
  }

  interface Plain {
    String run();
  }

  static final class PlainImplementation implements Plain {
    @Override
    public String run() {
      return ran();
    }
  }

  @PermitAll
  static final class PermittingClass {
    public String run() {
      return ran();
    }
  }

  @DenyAll
  static final class PermittingMethod {
    @PermitAll
    public String run() {
      return ran();
    }
  }

  interface AnnotatedPermitting {
    @PermitAll
    String run();
  }

  static final class OfPermitting implements AnnotatedPermitting {
    @Override
    public String run() {
      return ran();
    }
  }

  interface Permitting {
    String run();
  }

  static final class PermittingImplementation implements Permitting {
    @PermitAll
    @Override
    public String run() {
      return ran();
    }
  }

  @RolesAllowed("admin")
  static final class RestrictingClass {
    public String run() {
      return ran();
    }
  }

  @PermitAll
  static final class RestrictingMethod {
    @RolesAllowed("admin")
    public String run() {
      return ran();
    }
  }

  interface AnnotatedRestricting {
    @RolesAllowed("admin")
    String run();
  }

  static final class OfRestricting implements AnnotatedRestricting {
    @Override
    public String run() {
      return ran();
    }
  }

  interface Restricting {
    String run();
  }

  static final class RestrictingImplementation implements Restricting {
    @RolesAllowed("admin")
    @Override
    public String run() {
      return ran();
    }
  }

  @DenyAll
  static final class DenyingClass {
    public String run() {
      return ran();
    }
  }

  @PermitAll
  static final class DenyingMethod {
    @DenyAll
    public String run() {
      return ran();
    }
  }

  interface AnnotatedDenying {
    @DenyAll
    String run();
  }

  static final class OfDenying implements AnnotatedDenying {
    @Override
    public String run() {
      return ran();
    }
  }

  interface Denying {
    String run();
  }

  static final class DenyingImplementation implements Denying {
    @DenyAll
    @Override
    public String run() {
      return ran();
    }
  }
}
