package dev.farcall.client;

/**
 * Which servers may be called over plain http, where anybody on the way reads and changes calls.
 */
public enum PlainHttp {
  /** Those on this machine: {@code localhost} and the loopback addresses. The default. */
  LOOPBACK,
  /** All. */
  ALWAYS
}
