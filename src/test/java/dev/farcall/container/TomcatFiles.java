package dev.farcall.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a Tomcat has beside its programs: its own configuration as it is shipped, and our war. */
final class TomcatFiles {

  private static final String QUIET_ERRORS =
      "<Valve className=\"org.apache.catalina.valves.ErrorReportValve\" showReport=\"false\""
          + " showServerInfo=\"false\"/>";

  private TomcatFiles() {}

  /** Fills an empty directory. */
  static void create(Path home, Path base) throws IOException {
    for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
      Files.createDirectory(base.resolve(folder));
    }
    Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
    Files.writeString(base.resolve("conf/server.xml"), server(home.resolve("conf/server.xml")));
    Path war = Path.of(System.getProperty("farcall.war", ""));
    Files.copy(war, base.resolve("webapps").resolve("farcall.war"));
  }

  /**
   * A free port of the loopback address in place of a fixed one of all, and none to stop it. Pages
   * of errors without the version, as the README says.
   */
  private static String server(Path shipped) throws IOException {
    return Files.readString(shipped)
        .replace("</Host>", QUIET_ERRORS + "</Host>")
        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
        .replace("<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"0\"");
  }
}
