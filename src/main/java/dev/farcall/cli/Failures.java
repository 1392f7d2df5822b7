package dev.farcall.cli;

import dev.farcall.FaultException;
import dev.farcall.XmlRpcException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what went wrong, and which status that is. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** What was typed is wrong: the reason, and how it is typed. */
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("farcall: " + e.getMessage());
    err.print("Usage: " + command.getHelp().synopsis("Usage: ".length()));
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return Main.FAILED;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof FaultException fault) {
      boolean json = command.getParseResult().hasMatchedOption("--json");
      err.println(json ? Json.of(fault.members()) : text(fault));
    } else if (isExplained(e)) {
      err.println("farcall: " + TerminalText.of(CommandFailure.reason(e)));
    } else {
      err.println("farcall: this is a mistake in the program itself, please report it:");
      e.printStackTrace(err);
    }
    err.flush();
    return e instanceof FaultException ? Main.FAULT : Main.FAILED;
  }

  private static String text(FaultException fault) {
    return "fault " + fault.code() + ": " + TerminalText.of(fault.faultString());
  }

  /** Whether the message is enough for whoever typed the command. */
  private static boolean isExplained(Exception e) {
    return e instanceof CommandFailure || e instanceof XmlRpcException || e instanceof IOException;
  }
}
