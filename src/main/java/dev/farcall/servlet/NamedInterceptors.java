package dev.farcall.servlet;

import dev.farcall.call.Interceptor;
import dev.farcall.server.XmlRpcServer;
import jakarta.servlet.ServletConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The interceptors that the setting names, for those who have nothing but a web.xml.
 *
 * @param interceptors in the order in which they see a call
 */
record NamedInterceptors(List<Interceptor> interceptors) {

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");
  private static final String SETTING = "interceptors";

  /** Makes them; what cannot be made is among the problems. */
  static NamedInterceptors of(
      List<String> classNames, WebappClasses classes, ServletConfig config) {
    List<Interceptor> made = new ArrayList<>();
    for (String className : classNames) {
      Interceptor interceptor =
          NamedInstance.of(SETTING, className, Interceptor.class, classes, config);
      if (interceptor != null) {
        made.add(interceptor);
      }
    }
    return new NamedInterceptors(made);
  }

  void addTo(XmlRpcServer.Builder builder) {
    interceptors.forEach(builder::interceptor);
  }

  /** Closes those that want to be; what they throw then goes to the log. */
  void close() {
    for (Interceptor interceptor : interceptors) {
      if (interceptor instanceof AutoCloseable closeable) {
        close(closeable);
      }
    }
  }

  private static void close(AutoCloseable interceptor) {
    try {
      interceptor.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "an interceptor did not close", e);
    }
  }
}
