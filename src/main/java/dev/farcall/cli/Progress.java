package dev.farcall.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody who waits what is going on, in a line that is gone when it is over. Where nobody
 * sits at a terminal it tells nothing.
 */
final class Progress {

  private final PrintWriter err;
  private final boolean seen;
  private int shown;

  private Progress(PrintWriter err, boolean seen) {
    this.err = err;
    this.seen = seen;
  }

  /** Progress on standard error, if the process has a terminal. */
  static Progress to(PrintWriter err) {
    return new Progress(err, isTerminal(System.console()));
  }

  /** Progress that is told whatever the process has. */
  static Progress shownOn(PrintWriter err) {
    return new Progress(err, true);
  }

  /** Shows this text in place of the one before. */
  void show(String text) {
    if (seen) {
      err.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
      err.flush();
      shown = text.length();
    }
  }

  /** Clears the line. */
  void end() {
    if (shown > 0) {
      show("");
      err.print("\r");
      err.flush();
    }
  }

  // From Java 22 on there may be a console without a terminal, which it then can be asked for.
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
