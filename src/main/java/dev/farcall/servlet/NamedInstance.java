package dev.farcall.servlet;

import dev.farcall.server.HandlerFactory;
import jakarta.servlet.ServletConfig;
import org.jspecify.annotations.Nullable;

/** Makes the object of a class that a setting names. */
final class NamedInstance {

  private NamedInstance() {}

  /**
   * An object of this class, which its constructor without parameters makes; a {@link
   * ServletHandler} is told of the servlet. Null when there is none, which is then among the
   * problems.
   *
   * @param setting that names the class
   * @param type what the class must be
   * @param classes loads it
   */
  static <T> @Nullable T of(
      String setting,
      String className,
      Class<T> type,
      WebappClasses classes,
      ServletConfig config) {
    Class<?> found = classes.load(setting, className);
    if (found == null) {
      return null;
    }
    if (!type.isAssignableFrom(found)) {
      classes.problems().add(setting + ": " + className + " is no " + type.getName());
      return null;
    }
    try {
      return type.cast(
          new InitializedHandlers(HandlerFactory.constructors(), config).create(found));
    } catch (Exception | LinkageError e) {
      classes.problems().add(setting + ": " + className + " cannot be made: " + reason(e));
      return null;
    }
  }

  /** What says nothing itself only carries another: an error in a constructor, or of a class. */
  private static Throwable reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause != null && failure.getMessage() == null ? cause : failure;
  }
}
