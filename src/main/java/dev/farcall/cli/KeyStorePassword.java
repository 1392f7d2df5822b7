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
 * Where the password of a key store comes from: a file, an environment variable, or whoever sits at
 * the terminal. It is no argument, since every user of the machine can read those.
 *
 * @param environment of the process
 * @param prompt asks with the given text; null when there is nobody to ask
 */
record KeyStorePassword(
    Map<String, String> environment, Function<String, char @Nullable []> prompt) {

  static final String VARIABLE = "FARCALL_KEYSTORE_PASSWORD";

  /** The environment and the terminal of this process. */
  static KeyStorePassword ofProcess() {
    return new KeyStorePassword(System.getenv(), KeyStorePassword::ask);
  }

  /**
   * The password.
   *
   * @param file its first line is the password; null when none was named
   * @throws CommandFailure if the file cannot be read, or nothing has the password
   */
  char[] read(Path keyStore, @Nullable Path file) {
    if (file != null) {
      return firstLine(file);
    }
    String variable = environment.get(VARIABLE);
    if (variable != null) {
      return variable.toCharArray();
    }
    char[] answer = prompt.apply("Password of " + keyStore + ": ");
    if (answer == null) {
      throw new CommandFailure(
          "there is no password for "
              + keyStore
              + "; name its file with --keystore-password-file, or set "
              + VARIABLE);
    }
    return answer;
  }

  private static char[] firstLine(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new CommandFailure("--keystore-password-file: cannot read " + file, e);
    }
  }

  // Null is how 17 to 21, and 25 and later, say that there is no terminal; 22 to 24 read the input.
  @SuppressWarnings("SystemConsoleNull")
  private static char @Nullable [] ask(String text) {
    Console console = System.console();
    return console == null ? null : console.readPassword("%s", text);
  }
}
