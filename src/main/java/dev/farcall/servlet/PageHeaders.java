package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What every file of a page is sent with. The page runs its own scripts and no others, talks to
 * this server and to no other, and cannot be put into a frame; so whatever a method's name, help or
 * result has in it, it stays text.
 */
final class PageHeaders {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Embedder-Policy",
          "require-corp",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "X-Content-Type-Options",
          "nosniff",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          // Kept by the browser, and asked about each time: a new version is seen at once.
          "Cache-Control",
          "no-cache");

  private PageHeaders() {}

  static void set(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }
}
