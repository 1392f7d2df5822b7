package dev.farcall.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Where the war is deployed. Each gets 128 MB of heap and a free port of the loopback address. */
enum Container {
  TOMCAT_10_1("/farcall") {
    @Override
    RunningContainer start(Path javaHome, Path directory) throws IOException {
      return tomcat(javaHome, System.getProperty("tomcat-10.1.home", ""), directory);
    }
  },
  TOMCAT_11("/farcall") {
    @Override
    RunningContainer start(Path javaHome, Path directory) throws IOException {
      return tomcat(javaHome, System.getProperty("tomcat-11.home", ""), directory);
    }
  },
  /** The one that the command {@code serve} brings. */
  JETTY_12("") {
    @Override
    RunningContainer start(Path javaHome, Path directory) throws IOException {
      String war = System.getProperty("farcall.war", "");
      List<String> args = List.of("-jar", war, "serve", "--port", "0");
      ProcessBuilder command = JavaCommand.of(javaHome, args);
      return RunningContainer.start(command.directory(directory.toFile()), READY, "");
    }
  };

  private static final Pattern READY =
      Pattern.compile("Farcall is ready at http://127\\.0\\.0\\.1:([0-9]+)/RPC2");

  private final String path;

  Container(String path) {
    this.path = path;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param javaHome of the JDK that it runs on
   * @param directory an empty one, for its files
   */
  abstract RunningContainer start(Path javaHome, Path directory) throws IOException;

  RunningContainer tomcat(Path javaHome, String home, Path directory) throws IOException {
    TomcatFiles files = TomcatFiles.create(Path.of(home), directory);
    List<String> args = files.command(List.of(), "org.apache.catalina.startup.Bootstrap", "start");
    return RunningContainer.start(JavaCommand.of(javaHome, args), TomcatFiles.CONNECTED, path);
  }
}
