package dev.farcall.server;

/**
 * Makes the objects whose methods are called. The default calls the constructor without parameters,
 * which must not be private.
 */
@FunctionalInterface
public interface HandlerFactory {
  /**
   * An object of this type.
   *
   * @throws Exception if there is none; when the server is being built, that becomes part of the
   *     {@link DeclarationException}
   */
  Object create(Class<?> type) throws Exception;

  /**
   * Takes back an object that {@link #create} made. The default closes what is {@link
   * AutoCloseable}.
   *
   * @throws Exception which is logged
   */
  default void release(Object handler) throws Exception {
    if (handler instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  /** The default: makes objects with their constructor without parameters. */
  static HandlerFactory constructors() {
    return new Constructors();
  }
}
