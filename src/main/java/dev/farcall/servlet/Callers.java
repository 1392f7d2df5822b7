package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Whose a request is, where each gets a share. */
final class Callers {

  private Callers() {}

  /** The user who is logged in, or else the address; neither can be taken for the other. */
  static String of(HttpServletRequest request) {
    Principal user = request.getUserPrincipal();
    return user == null ? "address " + request.getRemoteAddr() : "user " + user.getName();
  }
}
