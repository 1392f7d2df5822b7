package dev.farcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command did.
 *
 * @param status with which it ended
 * @param out what it printed
 * @param err what it complained about
 */
record CommandRun(int status, String out, String err) {

  static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new CommandRun(status, out.toString(), err.toString());
  }

  /** The first line of what it complained about. */
  String complaint() {
    return err.lines().findFirst().orElse("");
  }
}
