package dev.farcall.cli;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Changes the init-params of the servlet. Jetty starts its servlets when all of web.xml has been
 * read and no servlet runs yet, which is the moment to do it.
 *
 * @param samples whether what web.xml exports stays
 * @param added init-params that are added, or take the place of those in web.xml
 */
record InitParams(Samples samples, Map<String, String> added) implements LifeCycle.Listener {

  private static final String SERVLET = "xmlrpc";

  /** The methods that web.xml exports. */
  enum Samples {
    KEPT,
    DROPPED
  }

  @Override
  public void lifeCycleStarting(LifeCycle servlets) {
    if (samples == Samples.KEPT && added.isEmpty()) {
      return;
    }
    ServletHolder servlet = ((ServletHandler) servlets).getServlet(SERVLET);
    if (servlet == null) {
      throw new CommandFailure(
          "the web application has no servlet named \"" + SERVLET + "\" that could take options");
    }
    Map<String, String> params = new TreeMap<>(servlet.getInitParameters());
    if (samples == Samples.DROPPED) {
      params.keySet().removeIf(InitParams::exports);
    }
    params.putAll(added);
    servlet.setInitParameters(params);
  }

  private static boolean exports(String key) {
    return key.startsWith("handler.") || key.startsWith("method.");
  }
}
