package dev.farcall.servlet;

import dev.farcall.server.XmlRpcServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the init-params {@code handler.PREFIX} and {@code method.NAME} export, for whom by {@code
 * roles.NAME}, and the file that Apache XML-RPC's servlet reads, for those who come from there.
 * Where both name a prefix, the init-param counts.
 */
final class Declarations {

  static final String HANDLER = "handler.";
  static final String METHOD = "method.";
  static final String ROLES = "roles.";
  static final String APACHE_FILE = "org/apache/xmlrpc/webserver/XmlRpcServlet.properties";

  private final Map<String, Class<?>> handlers = new TreeMap<>();
  private final List<Method> methods = new ArrayList<>();
  private final Map<String, String[]> roles = new TreeMap<>();
  private final WebappClasses classes;
  private final Problems problems;

  /**
   * Reads them, and loads the classes they name. What is wrong is added to the problems of the
   * classes.
   */
  Declarations(Map<String, String> params, WebappClasses classes) {
    this.classes = classes;
    this.problems = classes.problems();
    readApacheFile();
    params.forEach(this::read);
  }

  /** Whether this key declares something, as against a setting. */
  static boolean isKey(String key) {
    return key.startsWith(HANDLER)
        || key.startsWith(ROLES)
        || (key.startsWith(METHOD) && key.length() > METHOD.length());
  }

  /** Hands all of it to a server that is being built. */
  void addTo(XmlRpcServer.Builder builder) {
    handlers.forEach(builder::handler);
    methods.forEach(method -> builder.method(method.name, method.type, method.javaMethod));
    roles.forEach(builder::roles);
  }

  private void read(String key, String value) {
    if (key.startsWith(HANDLER)) {
      handler(key, key.substring(HANDLER.length()), value);
    } else if (key.startsWith(ROLES)) {
      roles.put(key.substring(ROLES.length()), roles(value));
    } else if (isKey(key)) {
      method(key, key.substring(METHOD.length()), value);
    }
  }

  private void handler(String key, String prefix, String className) {
    Class<?> type = classes.load(key, className);
    if (type != null) {
      handlers.put(prefix, type);
    }
  }

  private void method(String key, String name, String value) {
    int hash = value.indexOf('#');
    if (hash < 0) {
      problems.add(key + ": expected CLASS#METHOD, got \"" + value + "\"");
      return;
    }
    Class<?> type = classes.load(key, value.substring(0, hash));
    if (type != null) {
      methods.add(new Method(name, type, value.substring(hash + 1).strip()));
    }
  }

  private static String[] roles(String value) {
    return Stream.of(value.split(",", -1))
        .map(String::strip)
        .filter(role -> !role.isEmpty())
        .toArray(String[]::new);
  }

  private void readApacheFile() {
    URL file = classes.loader().getResource(APACHE_FILE);
    if (file == null) {
      return;
    }
    Properties lines = new Properties();
    try (InputStream in = file.openStream()) {
      lines.load(in);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(file + " cannot be read: " + e.getMessage());
    }
    for (String prefix : lines.stringPropertyNames()) {
      handler(prefix + " in " + file, prefix, lines.getProperty(prefix));
    }
  }

  private record Method(String name, Class<?> type, String javaMethod) {}
}
