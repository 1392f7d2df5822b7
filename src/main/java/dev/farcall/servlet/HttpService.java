package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What answers requests. One stands around another: each answers its own, and passes on the rest.
 */
@FunctionalInterface
interface HttpService {
  /** Answers a request, whatever it is. */
  void serve(HttpServletRequest request, HttpServletResponse response);
}
