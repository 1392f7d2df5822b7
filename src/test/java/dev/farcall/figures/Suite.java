package dev.farcall.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The documents of the W3C's XML conformance suite that are not well-formed, among them James
 * Clark's. They are where {@code ConformanceSuiteTest} looks for them, too.
 */
final class Suite {

  private static final Path PLACE = Path.of("target", "xml-suites", "package", "xmlconf");

  /** The first code that fits is told: what comes before the mistake may be no call already. */
  private static final Set<String> ANSWERS =
      Set.of("200 -32700", "200 -32701", "200 -32702", "200 -32600", "200 -32002");

  private Suite() {}

  static boolean isThere() {
    return Files.isDirectory(PLACE);
  }

  static Attack attack() throws IOException {
    List<byte[]> requests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PLACE)) {
      for (Path file : files.filter(Suite::isNotWellFormed).toList()) {
        requests.add(Requests.of(Files.readAllBytes(file)));
      }
    }
    return new Attack(
        "each of %,d documents of the W3C that are not well-formed".formatted(requests.size()),
        requests,
        ANSWERS,
        Bar.millis(100));
  }

  private static boolean isNotWellFormed(Path file) {
    String path = file.toString();
    return path.endsWith(".xml")
        && (path.contains("not-wf") || path.matches(".*/oasis/p[0-9]+fail[0-9]+\\.xml"));
  }
}
