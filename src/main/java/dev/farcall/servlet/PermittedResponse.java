package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Map;

/** A response that has these headers also after all that was said was taken back. */
final class PermittedResponse extends HttpServletResponseWrapper {

  private final Map<String, String> headers;

  PermittedResponse(HttpServletResponse response, Map<String, String> headers) {
    super(response);
    this.headers = headers;
    headers.forEach(response::setHeader);
  }

  @Override
  public void reset() {
    super.reset();
    headers.forEach(this::setHeader);
  }
}
