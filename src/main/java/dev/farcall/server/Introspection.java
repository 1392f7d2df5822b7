package dev.farcall.server;

/** Whether callers may ask what the server has. {@code system.multicall} is there either way. */
public enum Introspection {
  /** {@code system.listMethods} and its kin answer. */
  ON,
  /** There is no {@code system.} method but {@code system.multicall}. */
  OFF
}
