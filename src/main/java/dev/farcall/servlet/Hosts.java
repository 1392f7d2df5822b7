package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names and addresses as requests spell them. */
final class Hosts {

  private Hosts() {}

  /** The host, and port if it has one, that a request is for; null when HTTP/1.0 names none. */
  static @Nullable String of(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host != null) {
      return host.strip().toLowerCase(Locale.ROOT);
    }
    // HTTP/2 may have it in a place of its own.
    return "HTTP/1.0".equals(request.getProtocol())
        ? null
        : request.getServerName().toLowerCase(Locale.ROOT);
  }

  /** {@code example.org:8080} without its port; an IPv6 address keeps its brackets. */
  static String withoutPort(String host) {
    int end = host.length();
    while (end > 0 && host.charAt(end - 1) >= '0' && host.charAt(end - 1) <= '9') {
      end--;
    }
    return end > 0 && host.charAt(end - 1) == ':' ? host.substring(0, end - 1) : host;
  }

  /** Whether a numeric address is one of the machine itself. */
  static boolean isLoopback(@Nullable String address) {
    if (address == null) {
      return false;
    }
    String open = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    // Java tells the scope of a socket's IPv6 address: 0:0:0:0:0:0:0:1%lo.
    int scope = open.indexOf('%');
    String bare = scope < 0 ? open : open.substring(0, scope);
    return bare.startsWith("127.")
        || bare.equals("::1")
        || bare.equals("0:0:0:0:0:0:0:1")
        || bare.startsWith("::ffff:127.");
  }
}
