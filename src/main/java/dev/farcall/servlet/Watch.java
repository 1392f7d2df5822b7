package dev.farcall.servlet;

import dev.farcall.server.XmlRpcServer;
import dev.farcall.servlet.ServerSettings.Status;
import jakarta.servlet.ServletConfig;

/** Follows one servlet from its start to its end, for the status page. */
interface Watch {

  /** That of a servlet which is not to be seen. */
  Watch NONE = new Unwatched();

  /** The watch that the setting asks for; if Micrometer is missing, that is a problem. */
  static Watch of(ServletSettings settings, ServletConfig config, Problems problems) {
    if (settings.server().status() == Status.OFF) {
      return NONE;
    }
    if (!Micrometer.isPresent()) {
      problems.add(Micrometer.MISSING);
      return NONE;
    }
    StatusBoard board = StatusBoard.of(config.getServletContext());
    return board.add(config.getServletName(), HttpRules.ofPages(settings.http()));
  }

  /** Sees the calls of a server that is being built. */
  void addTo(XmlRpcServer.Builder builder);

  /** The servlet is now in this state. */
  void become(ServletState state);

  /** Sees nothing. */
  record Unwatched() implements Watch {
    @Override
    public void addTo(XmlRpcServer.Builder builder) {}

    @Override
    public void become(ServletState state) {}
  }
}
