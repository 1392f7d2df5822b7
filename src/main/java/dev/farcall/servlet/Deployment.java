package dev.farcall.servlet;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A servlet that runs: what answers its requests, and what is to be closed when it ends. */
final class Deployment implements AutoCloseable {

  private final HttpService service;
  private final Opened opened;

  private Deployment(HttpService service, Opened opened) {
    this.service = service;
    this.opened = opened;
  }

  /**
   * Starts with what this configuration says. Nothing is left open when it cannot.
   *
   * @throws ServletException if anything is wrong with it; the message has all of it, one problem a
   *     line
   */
  static Deployment of(ServletConfig config) throws ServletException {
    Opened opened = new Opened();
    try {
      return new Deployment(new Startup(config, opened).start(), opened);
    } catch (ServletException | RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  /** Answers a request. */
  void serve(HttpServletRequest request, HttpServletResponse response) {
    service.serve(request, response);
  }

  /** Lets the running calls end, then the handlers. */
  @Override
  public void close() {
    opened.close();
  }
}
