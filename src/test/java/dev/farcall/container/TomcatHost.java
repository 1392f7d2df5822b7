package dev.farcall.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Starts a Tomcat, and stops and starts its application as lines of the input say; writes {@code
 * done} after each. Its class is alone on the class path of its process, beside Tomcat's.
 */
final class TomcatHost {

  private static final String APPLICATION =
      "Catalina:j2eeType=WebModule,name=//localhost/farcall,J2EEApplication=none,J2EEServer=none";

  private TomcatHost() {}

  /** Runs until the input ends. */
  public static void main(String[] args) throws Exception {
    Thread tomcat = new Thread(TomcatHost::start, "tomcat");
    tomcat.setDaemon(true);
    tomcat.start();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      invoke(line);
      System.out.println("done");
    }
    System.exit(0);
  }

  private static void start() {
    try {
      Class.forName("org.apache.catalina.startup.Bootstrap")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"start"});
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it is told is an operation of the application: stop, or start. */
  private static void invoke(String operation) throws IOException, JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(new ObjectName(APPLICATION), operation, new Object[0], new String[0]);
  }
}
