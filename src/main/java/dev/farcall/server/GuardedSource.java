package dev.farcall.server;

import dev.farcall.mapping.MethodText;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects whose class is known only when they are there. Its annotations come too late for what was
 * put before the call, so a class that has others than what was declared is refused.
 */
final class GuardedSource implements HandlerSource {

  private final HandlerSource source;
  private final Method method;
  private final Access access;
  private final Set<Class<?>> agreeing = ConcurrentHashMap.newKeySet();

  GuardedSource(HandlerSource source, Method method, Access access) {
    this.source = source;
    this.method = method;
    this.access = access;
  }

  @Override
  public Object acquire() throws Exception {
    Object handler = source.acquire();
    Class<?> type = handler.getClass();
    if (!agreeing.contains(type)) {
      if (!agrees(type)) {
        source.release(handler);
        throw new IllegalStateException(
            "%s has other roles, or another @LoginAttempt, than %s has, which is what was declared"
                .formatted(type.getName(), MethodText.of(method)));
      }
      agreeing.add(type);
    }
    return handler;
  }

  @Override
  public void release(Object handler) {
    source.release(handler);
  }

  @Override
  public Class<?> type() {
    return source.type();
  }

  private boolean agrees(Class<?> type) {
    return AccessAnnotations.of(method, type, new Problems()).equals(access)
        && LoginMethods.declared(method, type).equals(LoginMethods.declared(method, type()));
  }
}
