package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class path of somebody who has neither Jetty nor JUnit. */
final class MissingJettyTest {

  @Test
  void jettyThatIsMissingIsTold() throws Exception {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(classPath(), platform)) {
      Object builder =
          loader.loadClass(TestServer.class.getName()).getMethod("builder").invoke(null);
      InvocationTargetException e =
          assertThrows(
              InvocationTargetException.class,
              () -> builder.getClass().getMethod("start").invoke(builder));
      String message = String.valueOf(e.getCause());
      assertTrue(
          message.startsWith(
              "java.lang.IllegalStateException: a TestServer needs Jetty 12 on the class path"
                  + " (org.eclipse.jetty.ee10:jetty-ee10-servlet), which lacks org/eclipse/jetty/"),
          message);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("jetty") && !entry.contains("junit")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
