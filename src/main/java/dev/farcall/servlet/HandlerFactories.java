package dev.farcall.servlet;

import dev.farcall.server.HandlerFactory;
import jakarta.servlet.ServletConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where handlers come from: the factory that the setting names, or CDI where it is there, or their
 * constructors.
 */
final class HandlerFactories {

  private static final String SETTING = "handler-factory";
  private static final String CDI = "jakarta.enterprise.inject.spi.CDI";

  private HandlerFactories() {}

  /**
   * The factory for a servlet.
   *
   * @param className from the setting, or null
   * @param classes loads it
   * @param opened gets it, if it wants to be closed
   */
  static InitializedHandlers of(
      @Nullable String className, WebappClasses classes, ServletConfig config, Opened opened) {
    HandlerFactory named =
        className == null
            ? null
            : NamedInstance.of(SETTING, className, HandlerFactory.class, classes, config);
    HandlerFactory factory = named == null ? standard() : named;
    opened.addIfCloseable("the handler factory", factory);
    return new InitializedHandlers(factory, config);
  }

  private static HandlerFactory standard() {
    HandlerFactory constructors = HandlerFactory.constructors();
    return hasCdi() ? CdiHandlers.around(constructors) : constructors;
  }

  private static boolean hasCdi() {
    try {
      HandlerFactories.class.getClassLoader().loadClass(CDI);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
