package dev.farcall.server;

/** How long an object made by a {@link HandlerFactory} serves. */
public enum Instances {
  /** One object, made when the server is built, serves all calls, from many threads. */
  PER_APPLICATION,
  /** Every call has an object of its own, which is released when the call has its answer. */
  PER_REQUEST
}
