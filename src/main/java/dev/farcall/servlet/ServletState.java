package dev.farcall.servlet;

import java.util.Locale;

/** Where a servlet is in its life. */
enum ServletState {
  STARTING,
  READY,
  /** It ends the calls that run, and new ones had better go elsewhere. */
  DRAINING,
  STOPPED;

  /** As operators see it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
