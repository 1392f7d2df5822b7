package dev.farcall.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Containers whose application can be stopped and started again, while they run. */
enum Host {
  TOMCAT_11("org.apache.catalina.loader.ParallelWebappClassLoader") {
    @Override
    RunningContainer start(Path directory) throws IOException {
      Path base = Files.createDirectory(directory.resolve("base"));
      Path home = Path.of(System.getProperty("tomcat-11.home", ""));
      List<Path> classes = List.of(alone(TomcatHost.class, directory));
      List<String> args =
          TomcatFiles.create(home, base).command(classes, TomcatHost.class.getName());
      return launch(args, TomcatFiles.CONNECTED);
    }
  },
  JETTY_12("org.eclipse.jetty.ee.webapp.WebAppClassLoader") {
    @Override
    RunningContainer start(Path directory) throws IOException {
      String classPath =
          Stream.concat(Stream.of(alone(JettyHost.class, directory).toString()), jetty())
              .collect(Collectors.joining(File.pathSeparator));
      String war = System.getProperty("farcall.war", "");
      String work = Files.createDirectory(directory.resolve("work")).toString();
      return launch(
          List.of("-cp", classPath, JettyHost.class.getName(), war, work),
          Pattern.compile("^port ([0-9]+)$"));
    }
  };

  private final String classLoader;

  Host(String classLoader) {
    this.classLoader = classLoader;
  }

  /** The class of the class loaders of applications. */
  String classLoader() {
    return classLoader;
  }

  /**
   * Starts it with the war.
   *
   * @param directory an empty one, for its files
   */
  abstract RunningContainer start(Path directory) throws IOException;

  private static RunningContainer launch(List<String> args, Pattern ready) throws IOException {
    return RunningContainer.start(JavaCommand.of(Jdk.running(), args), ready, "/farcall");
  }

  /** A directory with a copy of that class, since beside the class are all our tests. */
  private static Path alone(Class<?> type, Path directory) {
    String name = type.getName().replace('.', '/') + ".class";
    Path copy = directory.resolve("host").resolve(name);
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("/" + name))) {
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(in, copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory.resolve("host");
  }

  private static Stream<String> jetty() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> jar.matches(".*/(jetty|slf4j|jakarta\\.servlet)[^/]*\\.jar"));
  }
}
