package dev.farcall.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs that run to their end, and end well. */
final class Programs {

  /** What the environment variable of the programs holds. */
  static final String TOKEN = "a-token-of-the-test";

  private static final long PATIENCE_SECONDS = 300;

  private Programs() {}

  /**
   * Runs a command; what it printed.
   *
   * @param folder where it runs, and where its streams are kept
   * @param input its standard input
   */
  static String run(Path folder, String input, String... command) throws Exception {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("FARCALL_TOKEN", TOKEN);
    builder.environment().put("LC_ALL", "C.UTF-8");
    // On a build server these make the JVM print a line of its own.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> command[0] + " hangs");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(out) + Files.readString(err));
    assertEquals("", Files.readString(err), () -> command[0] + " complains");
    return Files.readString(out);
  }
}
