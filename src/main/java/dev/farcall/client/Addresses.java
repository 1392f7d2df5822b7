package dev.farcall.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of servers: what of them may be shown, and what they have in common. */
final class Addresses {
  private Addresses() {}

  /** Without user, password, query and fragment, any of which may hold a secret. */
  static URI shown(URI uri) {
    if (uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
      return uri;
    }
    return of(uri.getScheme(), authority(uri), uri.getRawPath(), null);
  }

  /** An address of parts that are encoded already. */
  static URI of(String scheme, String authority, String path, @Nullable String query) {
    try {
      return new URI(scheme + "://" + authority + path + (query == null ? "" : "?" + query));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address: " + e.getReason(), e);
    }
  }

  /**
   * Where a reference leads from here (RFC 3986, section 5). Java's own class still goes by the RFC
   * before it, where a query alone takes the path with it.
   *
   * @throws IllegalArgumentException if it is no reference
   */
  static URI resolved(URI from, String reference) {
    if (reference.startsWith("?")) {
      return URI.create(of(from.getScheme(), authority(from), from.getRawPath(), null) + reference);
    }
    URI target = from.resolve(reference);
    return "".equals(target.getRawPath()) && target.getHost() != null
        ? of(target.getScheme(), authority(target), "/", target.getRawQuery())
        : target;
  }

  /** Host and port as they are written. */
  static String authority(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** Whether the two have one scheme, host and port (RFC 6454). */
  static boolean haveOneOrigin(URI one, URI other) {
    return isHttps(one) == isHttps(other) && haveOneHost(one, other) && port(one) == port(other);
  }

  static boolean haveOneHost(URI one, URI other) {
    return one.getHost().equalsIgnoreCase(other.getHost());
  }

  static boolean isHttps(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** Whether the host is this machine, by its name or by a number of the loopback address. */
  static boolean isLoopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isHttps(uri) ? 443 : 80;
  }
}
