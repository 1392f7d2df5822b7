package dev.farcall.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, which prints its port as its first line and ends when its
 * standard input does.
 */
final class ServerProcess implements AutoCloseable {

  /** Where the sources of such servers are. */
  static final Path FOLDER = Path.of("src/test/resources/interop").toAbsolutePath();

  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Runs a command in {@link #FOLDER}, and waits for its port. */
  static ServerProcess start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) {
      end(process);
      throw new IOException("the server ended before it told its port: " + command);
    }
    return new ServerProcess(process, Integer.parseInt(line.strip()));
  }

  /** Whether a command runs, and ends well; for {@link Needed}. */
  static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    end(process);
  }

  /** Waits until it has ended, and sees to it if it takes too long. */
  static void end(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
