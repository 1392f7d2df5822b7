package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordTest {

  private static final String STORE = "keys.p12";
  private static final Map<String, String> VARIABLE =
      Map.of("FARCALL_KEYSTORE_PASSWORD", "of the variable");

  @TempDir private Path directory = Path.of("");

  @Test
  void firstLineOfTheFileCountsBeforeTheVariable() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "of the file\nnot this\n");
    Password password = password(VARIABLE, prompt -> null);
    assertEquals("of the file", String.valueOf(password.read(STORE, file)));
  }

  @Test
  void variableCountsBeforeThePrompt() {
    assertEquals("of the variable", read(VARIABLE, "typed"));
  }

  @Test
  void terminalIsAskedLast() {
    Password password = password(Map.of(), String::toCharArray);
    assertEquals("Password of keys.p12: ", String.valueOf(password.read(STORE, null)));
  }

  @Test
  void whereNobodyCanBeAskedTheWaysAreNamed() {
    assertEquals(
        "there is no password for keys.p12; name its file with --keystore-password-file, or set"
            + " FARCALL_KEYSTORE_PASSWORD",
        assertThrows(CommandFailure.class, () -> read(Map.of(), null)).getMessage());
  }

  private static Password password(
      Map<String, String> environment, Function<String, char @Nullable []> prompt) {
    return new Password(
        "--keystore-password-file", "FARCALL_KEYSTORE_PASSWORD", environment, prompt);
  }

  private static String read(Map<String, String> environment, @Nullable String typed) {
    Password password = password(environment, prompt -> typed == null ? null : typed.toCharArray());
    return String.valueOf(password.read(STORE, null));
  }
}
