package dev.farcall.container;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * A Jetty with a war, which is stopped and started as lines of the input say; writes {@code done}
 * after each. On the class path of its process is nothing of ours but this.
 */
final class JettyHost {

  private JettyHost() {}

  /** Runs until the input ends; the arguments are the war and a directory for its files. */
  public static void main(String[] args) throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WebAppContext application = new WebAppContext();
    application.setContextPath("/farcall");
    application.setWarResource(ResourceFactory.of(application).newResource(Path.of(args[0])));
    application.setTempDirectory(Path.of(args[1]).toFile());
    server.setHandler(application);
    server.start();
    System.out.println("port " + connector.getLocalPort());
    obey(application);
    System.exit(0);
  }

  private static void obey(WebAppContext application) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("stop")) {
        application.stop();
      } else {
        application.start();
      }
      System.out.println("done");
    }
  }
}
