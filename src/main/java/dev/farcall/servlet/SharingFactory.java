package dev.farcall.servlet;

import dev.farcall.server.HandlerFactory;

/** A factory that may hand out the same object more than once. */
interface SharingFactory extends HandlerFactory {

  /** Whether this is one object for the whole application, which others may be using. */
  boolean isShared(Object handler);
}
