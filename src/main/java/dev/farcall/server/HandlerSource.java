package dev.farcall.server;

import java.lang.reflect.Method;

/** Where the object comes from that a call runs on. */
interface HandlerSource {

  /** Always this object. */
  static HandlerSource of(Object handler) {
    return new Fixed(handler);
  }

  /** The object for one call. */
  Object acquire() throws Exception;

  /** Gives it back when the call has its answer. */
  default void release(Object handler) {}

  /** The class of the objects, or what they are declared to be if that is all that is known. */
  Class<?> type();

  /** This for a method that only these may call, as far as {@link #type} tells. */
  default HandlerSource guarded(Method method, Access access) {
    return this;
  }

  /** One object for all calls. */
  record Fixed(Object handler) implements HandlerSource {
    @Override
    public Object acquire() {
      return handler;
    }

    @Override
    public Class<?> type() {
      return handler.getClass();
    }
  }
}
