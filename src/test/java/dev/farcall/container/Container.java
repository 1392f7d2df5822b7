package dev.farcall.container;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the war is deployed. Each gets 128 MB of heap and a free port of the loopback address. */
enum Container {
  TOMCAT_10_1("/farcall") {
    @Override
    RunningContainer start(Path directory) throws IOException {
      return tomcat(System.getProperty("tomcat-10.1.home", ""), directory);
    }
  },
  TOMCAT_11("/farcall") {
    @Override
    RunningContainer start(Path directory) throws IOException {
      return tomcat(System.getProperty("tomcat-11.home", ""), directory);
    }
  },
  /** The one that the command {@code serve} brings. */
  JETTY_12("") {
    @Override
    RunningContainer start(Path directory) throws IOException {
      String war = System.getProperty("farcall.war", "");
      ProcessBuilder command = java("-jar", war, "serve", "--port", "0");
      return RunningContainer.start(command.directory(directory.toFile()), READY, "");
    }
  };

  private static final Pattern READY =
      Pattern.compile("Farcall is ready at http://127\\.0\\.0\\.1:([0-9]+)/RPC2");
  private static final Pattern CONNECTED =
      Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-1-([0-9]+)\"]");

  private final String path;

  Container(String path) {
    this.path = path;
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param directory an empty one, for its files
   */
  abstract RunningContainer start(Path directory) throws IOException;

  RunningContainer tomcat(String home, Path directory) throws IOException {
    TomcatFiles.create(Path.of(home), directory);
    ProcessBuilder command =
        java(
            "-Dcatalina.home=" + home,
            "-Dcatalina.base=" + directory,
            "-Djava.io.tmpdir=" + directory.resolve("temp"),
            "-cp",
            home + "/bin/bootstrap.jar" + File.pathSeparator + home + "/bin/tomcat-juli.jar",
            "org.apache.catalina.startup.Bootstrap",
            "start");
    return RunningContainer.start(command, CONNECTED, path);
  }

  private static ProcessBuilder java(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Buffers that the XML parser keeps for each thread are softly held: they are not in the way of
    // anything, but would hide what is.
    command.addAll(List.of("-Xmx128m", "-XX:SoftRefLRUPolicyMSPerMB=0"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // On a build server these make the JVM print a line of its own.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
