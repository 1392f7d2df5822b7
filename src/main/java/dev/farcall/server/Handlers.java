package dev.farcall.server;

import dev.farcall.call.LoggedFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The objects a server runs methods on: those that were handed in, and those its factory makes. A
 * class that is declared twice has one object for both. Filled while the server is built.
 */
final class Handlers {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  private final HandlerFactory factory;
  private final Instances instances;
  private final Problems problems;
  private final Map<Class<?>, HandlerSource> sources = new HashMap<>();
  private final Set<AutoCloseable> given = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Release> made = new ArrayDeque<>();

  Handlers(HandlerFactory factory, Instances instances, Problems problems) {
    this.factory = factory;
    this.instances = instances;
    this.problems = problems;
  }

  /** Always this object, which is closed with the server if it can be. */
  HandlerSource of(Object instance) {
    if (instance instanceof AutoCloseable closeable) {
      given.add(closeable);
    }
    return HandlerSource.of(instance);
  }

  /** What the factory makes of this type. */
  HandlerSource of(Class<?> type) {
    HandlerSource source = sources.get(type);
    if (source == null) {
      source = instances == Instances.PER_REQUEST ? perRequest(type) : perApplication(type);
      sources.put(type, source);
    }
    return source;
  }

  /** Ends all, those made last first; one that fails does not keep the others. */
  void close() {
    abandon();
    given.forEach(closeable -> new Release(closeable.getClass(), closeable::close).run());
  }

  /** Ends those that were made, when there will be no server that could own the others. */
  void abandon() {
    while (!made.isEmpty()) {
      made.pop().run();
    }
  }

  private HandlerSource perApplication(Class<?> type) {
    try {
      Object handler = factory.create(type);
      if (type.isInstance(handler)) {
        made.push(new Release(type, () -> factory.release(handler)));
        return HandlerSource.of(handler);
      }
      problems.add(factory + " made no " + type.getName());
    } catch (Exception | LinkageError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      problems.add(type.getName() + " cannot be created: " + reason(e), e);
    }
    // Takes its place until the problems end the building.
    return HandlerSource.of(type);
  }

  private HandlerSource perRequest(Class<?> type) {
    return new HandlerSource() {
      @Override
      public Object acquire() throws Exception {
        return factory.create(type);
      }

      @Override
      public void release(Object handler) {
        new Release(type, () -> factory.release(handler)).run();
      }

      @Override
      public Class<?> type() {
        return type;
      }

      @Override
      public HandlerSource guarded(Method method, Access access) {
        return new GuardedSource(this, method, access);
      }
    };
  }

  private static String reason(Throwable e) {
    return e instanceof InstantiationException ? String.valueOf(e.getMessage()) : e.toString();
  }

  /** The end of one handler. Its failure is logged, since nobody is left to be told. */
  private record Release(Class<?> type, Action action) {
    void run() {
      try {
        action.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        log(e);
      } catch (Exception | Error e) {
        log(e);
      }
    }

    private void log(Throwable failure) {
      LOG.log(Level.WARNING, type.getName() + " was not released", LoggedFailure.of(failure));
    }
  }

  private interface Action {
    void run() throws Exception;
  }
}
