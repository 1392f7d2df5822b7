package dev.farcall.servlet;

import dev.farcall.server.HandlerFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Handlers that are CDI beans; those that are none come from another factory. The only class that
 * knows CDI: it is touched only where CDI is.
 */
final class CdiHandlers implements SharingFactory {

  private final CDI<Object> cdi;
  private final HandlerFactory others;
  private final Map<Object, Instance.Handle<?>> dependents =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Those of the other factory: what is neither here nor there ends with its scope. */
  private final Set<Object> noBeans = identitySet();

  /** As many as there are beans of one object each. */
  private final Set<Object> shared = identitySet();

  private CdiHandlers(CDI<Object> cdi, HandlerFactory others) {
    this.cdi = cdi;
    this.others = others;
  }

  /** The beans of this application, or the other factory alone when it has no container. */
  static HandlerFactory around(HandlerFactory others) {
    try {
      return new CdiHandlers(CDI.current(), others);
    } catch (IllegalStateException noContainer) {
      return others;
    }
  }

  @Override
  public Object create(Class<?> type) throws Exception {
    Instance<?> instance = cdi.select(type);
    return instance.isUnsatisfied() ? other(type) : bean(instance.getHandle());
  }

  @Override
  public void release(Object handler) throws Exception {
    Instance.Handle<?> dependent = dependents.remove(handler);
    if (dependent != null) {
      dependent.destroy();
    } else if (noBeans.remove(handler)) {
      others.release(handler);
    }
  }

  @Override
  public boolean isShared(Object handler) {
    return shared.contains(handler);
  }

  private Object other(Class<?> type) throws Exception {
    Object handler = others.create(type);
    noBeans.add(handler);
    return handler;
  }

  private Object bean(Instance.Handle<?> handle) {
    Object bean = handle.get();
    Class<?> scope = handle.getBean().getScope();
    if (scope == Dependent.class) {
      dependents.put(bean, handle);
    } else if (scope == ApplicationScoped.class || scope == Singleton.class) {
      shared.add(bean);
    }
    return bean;
  }

  private static Set<Object> identitySet() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  }
}
