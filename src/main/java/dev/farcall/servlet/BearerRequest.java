package dev.farcall.servlet;

import dev.farcall.servlet.TokenVerifier.Holder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;

/** A request of somebody whose token was verified. */
final class BearerRequest extends HttpServletRequestWrapper {

  private static final String ANY_ROLE = "**";

  private final Holder holder;

  BearerRequest(HttpServletRequest request, Holder holder) {
    super(request);
    this.holder = holder;
  }

  @Override
  public Principal getUserPrincipal() {
    return holder;
  }

  @Override
  public String getRemoteUser() {
    return holder.name();
  }

  @Override
  public boolean isUserInRole(String role) {
    return role.equals(ANY_ROLE) || holder.roles().contains(role);
  }

  @Override
  public String getAuthType() {
    return "Bearer";
  }

  @Override
  public boolean authenticate(HttpServletResponse response) {
    return true;
  }
}
