package dev.farcall.client;

import java.net.URI;

/**
 * Which servers may be called over plain http, where anybody on the way reads and changes calls.
 */
public enum PlainHttp {
  /** Those on this machine: {@code localhost} and the loopback addresses. The default. */
  LOOPBACK,
  /** All. */
  ALWAYS;

  boolean allows(URI uri) {
    return this == ALWAYS || Addresses.isHttps(uri) || Addresses.isLoopback(uri);
  }
}
