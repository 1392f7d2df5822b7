package dev.farcall.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a password comes from: a file, an environment variable, or whoever sits at the terminal. It
 * is no argument, since every user of the machine can read those.
 *
 * @param option that names the file
 * @param variable of the environment
 * @param environment of the process
 * @param prompt asks with the given text; null when there is nobody to ask
 */
record Password(
    String option,
    String variable,
    Map<String, String> environment,
    Function<String, char @Nullable []> prompt) {

  /** One that is looked for in the environment, and at the terminal, of this process. */
  static Password ofProcess(String option, String variable) {
    return new Password(option, variable, System.getenv(), Password::ask);
  }

  /**
   * The password.
   *
   * @param owner what, or whom, it is of
   * @param file its first line is the password; null when none was named
   * @throws CommandFailure if the file cannot be read, or nothing has the password
   */
  char[] read(String owner, @Nullable Path file) {
    if (file != null) {
      return firstLine(file);
    }
    String value = environment.get(variable);
    if (value != null) {
      return value.toCharArray();
    }
    char[] answer = prompt.apply("Password of " + owner + ": ");
    if (answer == null) {
      throw new CommandFailure(
          "there is no password for "
              + owner
              + "; name its file with "
              + option
              + ", or set "
              + variable);
    }
    return answer;
  }

  private char[] firstLine(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new CommandFailure(option + ": cannot read " + file, e);
    }
  }

  // Null is how 17 to 21, and 25 and later, say that there is no terminal; 22 to 24 read the input.
  @SuppressWarnings("SystemConsoleNull")
  private static char @Nullable [] ask(String text) {
    Console console = System.console();
    return console == null ? null : console.readPassword("%s", text);
  }
}
