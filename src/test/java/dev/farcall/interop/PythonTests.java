package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.farcall.testkit.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tests written in Python, each reported as one of ours. */
final class PythonTests {

  private static final Path FOLDER = Path.of("src/test/resources/interop").toAbsolutePath();

  private PythonTests() {}

  /** Ends the test unless Python is here. On a build server it has to be. */
  static void requirePython() throws InterruptedException {
    Needed.orSkip(isPythonThere(), "python3");
  }

  /** Runs the tests of a module, with these arguments. */
  static Stream<DynamicTest> run(String module, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-B", "report.py", module));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), report);
    List<DynamicTest> tests = report.lines().map(PythonTests::test).toList();
    assertTrue(!tests.isEmpty(), () -> module + " has no tests");
    return tests.stream();
  }

  /** A line of the report: the name, and, if it failed, a tab and an escaped text. */
  private static DynamicTest test(String line) {
    String[] parts = line.split("\t", 2);
    return DynamicTest.dynamicTest(
        Objects.requireNonNull(parts[0]),
        () -> {
          if (parts.length > 1) {
            fail(parts[1].translateEscapes());
          }
        });
  }

  private static boolean isPythonThere() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", "import ssl, xmlrpc.client, unittest")
              .inheritIO()
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
