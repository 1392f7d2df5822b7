package dev.farcall.servlet;

import dev.farcall.server.MethodInfo;
import dev.farcall.server.XmlRpcServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has the container find out who calls, by its login-config, where no security-constraint has made
 * it do so before: when the method that is called needs a role, or the caller sent credentials,
 * which Tomcat does not look at unasked.
 *
 * @param methods those that somebody may call who has the roles
 */
record Login(Set<String> methods) {

  /** A login for the methods of a server. */
  static Login of(XmlRpcServer server) {
    return new Login(
        server.methods().stream()
            .filter(method -> !method.access().isForAnyone() && !method.access().isForNobody())
            .map(MethodInfo::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it is settled who calls, whatever is called: nobody will be asked to log in. */
  boolean isOver(HttpServletRequest request) {
    return methods.isEmpty() || request.getUserPrincipal() != null;
  }

  /**
   * Whether the container has turned the caller away, with a challenge as its login-config has it.
   * Otherwise the call goes on, as nobody's if need be: there may be no login-config.
   */
  boolean turnsAway(String method, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return isDue(method, request)
        && !authenticates(request, response)
        && (response.isCommitted() || response.getStatus() == Refusals.UNAUTHORIZED);
  }

  private static boolean authenticates(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      return request.authenticate(response);
    } catch (ServletException e) {
      // So says Jetty that there is no login-config.
      return false;
    }
  }

  private boolean isDue(String method, HttpServletRequest request) {
    return !isOver(request)
        && (methods.contains(method) || request.getHeader("Authorization") != null);
  }
}
