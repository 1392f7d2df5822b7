package dev.farcall.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a server, as the caller gave it: {@code https://user:password@host/path?query}.
 *
 * @param uri without user and password; with path {@code /RPC2} where none was given, as Python's
 *     client has it
 * @param credentials of the address, percent-decoded
 */
record ServerAddress(URI uri, Optional<Credentials> credentials) {

  private static final String DEFAULT_PATH = "/RPC2";
  private static final int MOST_PORT = 65_535;

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is not one of http or https; the message does not have
   *     the address, which may hold a password
   */
  static ServerAddress of(String text) {
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "not the address of a server: " + e.getReason() + " at position " + e.getIndex());
    }
  }

  static ServerAddress of(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
      throw new IllegalArgumentException(
          "the address of a server begins with http:// or https://, got "
              + (scheme == null ? "none of them" : "\"" + scheme + ":\""));
    }
    if (uri.getHost() == null || uri.getHost().indexOf('%') >= 0) {
      throw new IllegalArgumentException(
          "the address of a server has a host name, of letters, digits, dots and hyphens, or a"
              + " number; what is else in a user or password is percent-encoded");
    }
    if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
      throw new IllegalArgumentException(
          "the port of a server is from 1 to 65535, got " + uri.getPort());
    }
    String path = uri.getRawPath().isEmpty() ? DEFAULT_PATH : uri.getRawPath();
    URI bare = Addresses.of(scheme, Addresses.authority(uri), path, uri.getRawQuery());
    // What is not ASCII has no place in the head of a request (RFC 3987, section 3.1).
    return new ServerAddress(URI.create(bare.toASCIIString()), credentials(uri.getRawUserInfo()));
  }

  private static Optional<Credentials> credentials(@Nullable String userInfo) {
    if (userInfo == null) {
      return Optional.empty();
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    return Optional.of(new Credentials(decoded(user), decoded(password)));
  }

  private static String decoded(String text) {
    // A plus is itself here, unlike in forms, which the decoder is made for.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
