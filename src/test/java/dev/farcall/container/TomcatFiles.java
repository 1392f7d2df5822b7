package dev.farcall.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a Tomcat has beside its programs: its own configuration as it is shipped, and our war. */
final class TomcatFiles {

  /** The line of its log that tells its port. */
  static final Pattern CONNECTED =
      Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-1-([0-9]+)\"]");

  private static final String QUIET_ERRORS =
      "<Valve className=\"org.apache.catalina.valves.ErrorReportValve\" showReport=\"false\""
          + " showServerInfo=\"false\"/>";

  private final Path home;
  private final Path base;

  private TomcatFiles(Path home, Path base) {
    this.home = home;
    this.base = base;
  }

  /** Fills an empty directory. */
  static TomcatFiles create(Path home, Path base) throws IOException {
    for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
      Files.createDirectory(base.resolve(folder));
    }
    Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
    Files.writeString(base.resolve("conf/server.xml"), server(home.resolve("conf/server.xml")));
    Path war = Path.of(System.getProperty("farcall.war", ""));
    Files.copy(war, base.resolve("webapps").resolve("farcall.war"));
    return new TomcatFiles(home, base);
  }

  /** Adds an application that has the classes of the war, and another {@code web.xml}. */
  void add(String name, String webXml) throws IOException {
    Path root = base.resolve("webapps").resolve(name);
    try (ZipFile war = new ZipFile(System.getProperty("farcall.war", ""))) {
      for (ZipEntry entry : Collections.list(war.entries())) {
        if (entry.getName().matches("WEB-INF/(classes|lib)/.*[^/]")) {
          Path file = root.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream content = war.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
    Files.writeString(root.resolve("WEB-INF/web.xml"), webXml);
  }

  /** Adds the users of its realm, as the elements of their file. */
  void addUsers(String users) throws IOException {
    Files.writeString(
        base.resolve("conf/tomcat-users.xml"), "<tomcat-users>" + users + "</tomcat-users>");
  }

  /**
   * Arguments of a JVM that is this Tomcat.
   *
   * @param classes what is on the class path besides Tomcat's own
   * @param main the class that is started, and its arguments
   */
  List<String> command(List<Path> classes, String... main) {
    String bin = home.resolve("bin").toString();
    Stream<String> tomcat = Stream.of(bin + "/bootstrap.jar", bin + "/tomcat-juli.jar");
    List<String> args = new ArrayList<>();
    args.add("-Dcatalina.home=" + home);
    args.add("-Dcatalina.base=" + base);
    args.add("-Djava.io.tmpdir=" + base.resolve("temp"));
    args.add("-cp");
    args.add(
        Stream.concat(tomcat, classes.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator)));
    args.addAll(List.of(main));
    return args;
  }

  /**
   * A free port of the loopback address in place of a fixed one of all, and none to stop it. Pages
   * of errors without the version, as the README says. A caller who waits to be asked for the body
   * is asked by whoever reads it.
   */
  private static String server(Path shipped) throws IOException {
    return Files.readString(shipped)
        .replace("</Host>", QUIET_ERRORS + "</Host>")
        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
        .replace(
            "<Connector port=\"8080\"",
            "<Connector address=\"127.0.0.1\" continueResponseTiming=\"onRead\" port=\"0\"");
  }
}
