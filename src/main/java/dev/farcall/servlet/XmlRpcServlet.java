package dev.farcall.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes the methods of Java classes callable by XML-RPC clients.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>xmlrpc</servlet-name>
 *   <servlet-class>dev.farcall.servlet.XmlRpcServlet</servlet-class>
 *   <init-param>
 *     <param-name>handler.sample</param-name>
 *     <param-value>com.example.Sample</param-value>
 *   </init-param>
 * </servlet>
 * }</pre>
 *
 * <p>An init-param {@code handler.PREFIX} exports a class as {@code PREFIX.method}, {@code
 * method.NAME} exports one {@code class#method}, {@code roles.NAME} says which roles may call, and
 * every other is a setting. Without settings it accepts plain http from the loopback address only.
 * Safe for use by many threads, as every servlet.
 */
public final class XmlRpcServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private transient @Nullable Deployment deployment;

  /** A servlet that is not yet initialised. */
  public XmlRpcServlet() {}

  /**
   * Reads the init-params and makes the handlers.
   *
   * @throws ServletException if anything is wrong with them; the message lists all of it
   */
  @Override
  public void init() throws ServletException {
    deployment = Deployment.of(getServletConfig());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    Deployment running = deployment;
    if (running == null) {
      throw new ServletException("the servlet has not been initialised, or was destroyed");
    }
    running.serve(request, response);
  }

  @Override
  public void destroy() {
    Deployment running = deployment;
    if (running != null) {
      // Not null before: what comes meanwhile is refused in our words, not the container's.
      running.close();
      deployment = null;
    }
  }
}
