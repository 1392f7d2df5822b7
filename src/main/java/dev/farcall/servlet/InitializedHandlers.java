package dev.farcall.servlet;

import dev.farcall.server.HandlerFactory;
import jakarta.servlet.ServletConfig;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Runs the {@code init} of those handlers that want to know the servlet, once for each object. */
final class InitializedHandlers implements HandlerFactory {

  private final HandlerFactory factory;
  private final ServletConfig config;

  /** Shared objects of which {@code init} has run, which also guards that it runs once. */
  private final Set<Object> initialized = Collections.newSetFromMap(new IdentityHashMap<>());

  InitializedHandlers(HandlerFactory factory, ServletConfig config) {
    this.factory = factory;
    this.config = config;
  }

  @Override
  public Object create(Class<?> type) throws Exception {
    Object handler = factory.create(type);
    try {
      init(handler);
    } catch (Exception | Error e) {
      release(handler, e);
      throw e;
    }
    return handler;
  }

  @Override
  public void release(Object handler) throws Exception {
    factory.release(handler);
  }

  private void init(Object handler) throws Exception {
    if (handler instanceof ServletHandler servletHandler) {
      if (factory instanceof SharingFactory sharing && sharing.isShared(handler)) {
        initOnce(servletHandler);
      } else {
        servletHandler.init(config);
      }
    }
  }

  private void initOnce(ServletHandler handler) throws Exception {
    // Whoever comes second waits until the first is done.
    synchronized (initialized) {
      if (!initialized.contains(handler)) {
        handler.init(config);
        initialized.add(handler);
      }
    }
  }

  private void release(Object handler, Throwable reason) {
    try {
      factory.release(handler);
    } catch (Exception | Error e) {
      reason.addSuppressed(e);
    }
  }
}
