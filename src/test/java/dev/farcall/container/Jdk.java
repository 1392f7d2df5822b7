package dev.farcall.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs that containers are started on: the one of these tests, and another if there is one. */
final class Jdk {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private Jdk() {}

  /** The home of the JDK that these tests run on. */
  static Path running() {
    return Path.of(System.getProperty("java.home", ""));
  }

  /** The homes of that one, and of 25, or of 17 when that one is 25. Says so when it is missing. */
  static Stream<Path> homes() {
    int other = Runtime.version().feature() < 25 ? 25 : 17;
    Optional<Path> home = installed().filter(each -> isVersion(other, each)).findFirst();
    if (home.isEmpty()) {
      System.out.println(
          "Skipped, for there is no JDK %d in %s or OTHER_JAVA_HOME".formatted(other, INSTALLED));
    }
    return Stream.concat(Stream.of(running()), home.stream());
  }

  private static Stream<Path> installed() {
    Stream<Path> named = Stream.ofNullable(System.getenv("OTHER_JAVA_HOME")).map(Path::of);
    return Stream.concat(named, children(INSTALLED).stream());
  }

  private static List<Path> children(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is a JDK of this version: each has a file that says so. */
  private static boolean isVersion(int feature, Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return false;
    }
    try {
      return Files.readString(release).matches("(?s).*JAVA_VERSION=\"" + feature + "[.\"].*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
