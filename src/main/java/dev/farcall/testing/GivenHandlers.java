package dev.farcall.testing;

import dev.farcall.server.HandlerFactory;
import dev.farcall.servlet.ServletHandler;
import jakarta.servlet.ServletConfig;
import java.util.Map;
import java.util.Objects;

/**
 * The handlers that a test has made itself, and others from their constructors. The servlet makes
 * it, by its name.
 */
final class GivenHandlers implements HandlerFactory, ServletHandler {

  /** The attribute of the servlet context that has them, by the type they are declared as. */
  static final String ATTRIBUTE = "dev.farcall.testing.handlers";

  private final HandlerFactory constructors = HandlerFactory.constructors();
  private volatile Map<?, ?> given = Map.of();

  GivenHandlers() {}

  @Override
  public void init(ServletConfig config) {
    given = (Map<?, ?>) Objects.requireNonNull(config.getServletContext().getAttribute(ATTRIBUTE));
  }

  @Override
  public Object create(Class<?> type) throws Exception {
    Object handler = given.get(type);
    return handler == null ? constructors.create(type) : handler;
  }

  /** What the test has made, the test closes. */
  @Override
  public void release(Object handler) throws Exception {
    if (given.values().stream().noneMatch(own -> own == handler)) {
      constructors.release(handler);
    }
  }
}
