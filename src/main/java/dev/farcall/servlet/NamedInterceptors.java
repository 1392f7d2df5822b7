package dev.farcall.servlet;

import dev.farcall.call.Interceptor;
import dev.farcall.server.XmlRpcServer;
import jakarta.servlet.ServletConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The interceptors that the setting names, for those who have nothing but a web.xml.
 *
 * @param interceptors in the order in which they see a call
 */
record NamedInterceptors(List<Interceptor> interceptors) {

  private static final String SETTING = "interceptors";

  /**
   * Makes them; what cannot be made is among the problems.
   *
   * @param opened gets those that want to be closed
   */
  static NamedInterceptors of(
      List<String> classNames, WebappClasses classes, ServletConfig config, Opened opened) {
    List<Interceptor> made = new ArrayList<>();
    for (String className : classNames) {
      Interceptor interceptor =
          NamedInstance.of(SETTING, className, Interceptor.class, classes, config);
      if (interceptor != null) {
        made.add(interceptor);
        opened.addIfCloseable("an interceptor", interceptor);
      }
    }
    return new NamedInterceptors(made);
  }

  void addTo(XmlRpcServer.Builder builder) {
    interceptors.forEach(builder::interceptor);
  }
}
