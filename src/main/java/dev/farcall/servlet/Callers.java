package dev.farcall.servlet;

import dev.farcall.call.PeerNetwork;
import dev.farcall.call.PrintableText;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Whose a request is, where each gets a share. */
final class Callers {

  private static final int LONGEST = 128;

  private Callers() {}

  /**
   * The user who is logged in, or else the address, or network of IPv6; neither can be taken for
   * the other. A container may know no address: the caller is gone, or came by a Unix socket.
   */
  static String of(HttpServletRequest request) {
    return of(request.getUserPrincipal(), request.getRemoteAddr());
  }

  /** The same of this user, or else of this address. */
  static String of(@Nullable Principal user, @Nullable String address) {
    return user == null
        ? "address " + PeerNetwork.of(String.valueOf(address))
        : "user " + user.getName();
  }

  /** The same for people who read a log: the address as it is, and a name in one line. */
  static String shown(HttpServletRequest request) {
    Principal user = request.getUserPrincipal();
    return user == null
        ? "address " + PrintableText.of(String.valueOf(request.getRemoteAddr()), LONGEST)
        : "user " + PrintableText.of(String.valueOf(user.getName()), LONGEST);
  }
}
