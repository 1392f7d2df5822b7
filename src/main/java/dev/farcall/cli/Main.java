package dev.farcall.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/**
 * The command line. {@link #run} is for programs, {@link #main} for the JVM.
 *
 * <p>The status is 0 when all went well, 1 when the server that was called answered with a fault,
 * and 2 when the command was wrong or could not reach what it needs.
 */
@Command(
    name = "farcall",
    description = "XML-RPC: a server for Java methods, and calls of any server.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpWidth = 100,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "1:the server that was called answered with a fault",
      "2:the command was wrong, or could not reach what it needs"
    },
    subcommands = {
      Serve.class,
      Call.class,
      Methods.class,
      Describe.class,
      Check.class,
      Generate.class,
      HelpCommand.class,
      GenerateCompletion.class
    })
public final class Main {

  static final int OK = 0;
  static final int FAULT = 1;
  static final int FAILED = 2;

  private Main() {}

  /** Runs a command with the streams of the process, and ends the JVM with its status. */
  public static void main(String[] args) {
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  /**
   * Runs a command and returns when it is done. It does not throw: what goes wrong is reported on
   * {@code err}. Interrupting the thread ends {@code serve}, once the running calls are answered.
   *
   * @param out gets what was asked for, and nothing else
   * @param err gets the messages
   * @param args the command and what belongs to it
   * @return the status: 0, 1 or 2
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    Failures failures = new Failures();
    CommandLine program = new CommandLine(new Main());
    // Or -5 would be an unknown option.
    Objects.requireNonNull(program.getSubcommands().get("call"))
        .setUnmatchedOptionsArePositionalParams(true);
    return program
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(args);
  }

  // UTF-8 whatever the locale: containers have none, and what a pipe gets must not depend on it.
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
