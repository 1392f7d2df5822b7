package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The class path of somebody who does not have Micrometer. */
final class MissingMicrometerTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreTheLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void servletStartsAndEndsWithoutMicrometer() throws Exception {
    try (URLClassLoader loader = new WithoutMicrometer(classPath())) {
      HttpServlet servlet = servlet(loader);
      servlet.init(config(Map.of("handler.work", Sum.class.getName())));
      servlet.destroy();
    }
  }

  @Test
  void statusWithoutMicrometerIsAProblemOfTheStart() throws Exception {
    try (URLClassLoader loader = new WithoutMicrometer(classPath())) {
      HttpServlet servlet = servlet(loader);
      ServletException e =
          assertThrows(
              ServletException.class,
              () -> servlet.init(config(Map.of("status", "on", "max-depth", "x"))));
      assertEquals(
          """
          servlet "xmlrpc" cannot start:
           - max-depth: expected a whole number from 1 to 2147483647, got "x"
           - status: needs io.micrometer:micrometer-registry-prometheus on the class path""",
          e.getMessage());
    }
  }

  private static HttpServlet servlet(ClassLoader loader) throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(loader);
    return (HttpServlet)
        loader.loadClass(XmlRpcServlet.class.getName()).getConstructor().newInstance();
  }

  private static ServletConfig config(Map<String, String> params) {
    ServletConfig config = mock();
    ServletContext context = mock();
    when(config.getServletName()).thenReturn("xmlrpc");
    when(config.getServletContext()).thenReturn(context);
    when(config.getInitParameterNames())
        .thenAnswer(call -> Collections.enumeration(params.keySet()));
    params.forEach((name, value) -> when(config.getInitParameter(name)).thenReturn(value));
    return config;
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** Has our classes of its own, and the container's in common with the test. */
  private static final class WithoutMicrometer extends URLClassLoader {

    WithoutMicrometer(URL[] urls) {
      super(urls, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("jakarta.servlet.")) {
        return MissingMicrometerTest.class.getClassLoader().loadClass(name);
      }
      if (name.startsWith("io.micrometer.") || name.startsWith("io.prometheus.")) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }
  }

  /** A handler. */
  public static final class Sum {
    public int add(int a, int b) {
      return a + b;
    }
  }
}
