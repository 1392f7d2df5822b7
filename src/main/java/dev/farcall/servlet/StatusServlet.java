package dev.farcall.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows operators how the {@link XmlRpcServlet}s of an application do: those with the setting
 * {@code status} = {@code on}. As long as there is none, every answer is a 404.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>status</servlet-name>
 *   <servlet-class>dev.farcall.servlet.StatusServlet</servlet-class>
 * </servlet>
 * <servlet-mapping><servlet-name>status</servlet-name><url-pattern>/status/*</url-pattern></servlet-mapping>
 * }</pre>
 *
 * <p>Below its path are {@code live} and {@code ready} for load balancers, {@code metrics} for
 * Prometheus, {@code status.json}, and a page at {@code /}. Who may see them is for a {@code
 * security-constraint} to say; {@code plain-http} and {@code allowed-hosts} of those servlets hold
 * here, too. Safe for use by many threads, as every servlet.
 */
public final class StatusServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger("dev.farcall.servlet");

  private transient @Nullable StatusService service;

  /** A servlet that is not yet initialised. */
  public StatusServlet() {}

  @Override
  public void init() {
    service = new StatusService(InstantSource.system());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    try {
      StatusService running = service;
      ServletContext context = getServletContext();
      if (running == null || context.getAttribute(StatusBoard.ATTRIBUTE) == null) {
        StatusService.nothing().send(request, response);
      } else {
        running.serve(StatusBoard.of(context), request, response);
      }
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "the caller was gone before the status was out", gone);
    }
  }
}
