package dev.farcall.client;

/**
 * Which redirects are followed. None is followed from https to http, nor more than five for one
 * call; to another origin (RFC 6454) go neither credentials nor headers of the caller's own.
 */
public enum Redirects {
  /** None. */
  NEVER,
  /**
   * 307 and 308, by which a POST stays a POST (RFC 9110, section 15.4), on the same host. The
   * default, since the parameters of a call go along and may be secrets themselves.
   */
  PRESERVING,
  /**
   * 307 and 308 to any host; 301 and 302 on the same host, sent as a POST again, for servers that
   * mean 307 and 308 by them.
   */
  ALL
}
