package dev.farcall.server;

import dev.farcall.call.CallContext;
import org.jspecify.annotations.Nullable;

/** What runs when a method is called, from Java arguments to a plain value. */
@FunctionalInterface
interface Body {
  @Nullable Object run(@Nullable Object[] arguments, CallContext context) throws Throwable;
}
