package dev.farcall.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What Jetty says, on standard error: warnings, and nothing while it starts. A start that fails is
 * reported by the command, in one line instead of Jetty's stack traces.
 */
final class JettyLog {

  // Held here, or the level would be lost with the next garbage collection.
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  // Has a line for each Host that is none, as often as callers send one.
  private static final Logger HOSTS = Logger.getLogger("org.eclipse.jetty.util.HostPort");

  private JettyLog() {}

  /**
   * Runs a step that throws what matters. A level that the user has configured is back after it.
   */
  static void silenced(Step step) throws Exception {
    Level configured = JETTY.getLevel();
    JETTY.setLevel(Level.OFF);
    try {
      step.run();
    } finally {
      JETTY.setLevel(configured == null ? Level.WARNING : configured);
      HOSTS.setLevel(HOSTS.getLevel() == null ? Level.SEVERE : HOSTS.getLevel());
    }
  }

  /** Something to do. */
  interface Step {
    void run() throws Exception;
  }
}
