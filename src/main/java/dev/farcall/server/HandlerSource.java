package dev.farcall.server;

/** Where the object comes from that a call runs on. */
interface HandlerSource {

  /** The object for one call. */
  Object acquire() throws Exception;

  /** Gives it back when the call has its answer. */
  default void release(Object handler) {}
}
