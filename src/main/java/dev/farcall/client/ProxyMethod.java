package dev.farcall.client;

import org.jspecify.annotations.Nullable;

/** What a proxy does when one of its methods is called. */
@FunctionalInterface
interface ProxyMethod {
  @Nullable Object call(Object proxy, @Nullable Object[] arguments) throws Throwable;
}
