package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar farcall.war}, as a user starts it. */
final class WarProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;

  private WarProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /** Starts it with these arguments; what it complains about goes to this file. */
  static WarProcess start(Path err, String... args) throws IOException {
    return start(List.of(), err, args);
  }

  /** The same with options of the JVM. */
  static WarProcess start(List<String> options, Path err, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", System.getProperty("farcall.war", "")));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    // On a build server these make the JVM print a line of its own.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new WarProcess(builder.start());
  }

  /** The URL in its next line. */
  URI uri() throws IOException {
    String line = String.valueOf(out.readLine());
    assertTrue(line.matches("Farcall is ready at http://127\\.0\\.0\\.1:[0-9]+/RPC2"), line);
    return URI.create(line.substring("Farcall is ready at ".length()));
  }

  /** Everything else it prints, to its end. */
  List<String> rest() {
    return out.lines().toList();
  }

  /** Sends SIGTERM. */
  void terminate() {
    // The process itself would also close its output, which is still to be read.
    process.toHandle().destroy();
  }

  /** Waits for its end; the status. */
  int status() throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
