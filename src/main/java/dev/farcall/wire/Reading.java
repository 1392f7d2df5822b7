package dev.farcall.wire;

/** How much good will a document is read with. What is written does not depend on it. */
public enum Reading {
  /** Accepts whatever can mean only one thing. The default. */
  STANDARD,
  /** Also accepts what is only a good guess, for old peers that cannot be mended. */
  LENIENT
}
