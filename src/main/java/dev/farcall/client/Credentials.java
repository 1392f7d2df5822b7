package dev.farcall.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user and a password. It prints neither.
 *
 * @param user without a colon, which would end it
 * @param password any text
 */
record Credentials(String user, String password) {

  Credentials {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "a user's name cannot hold a colon in Basic authentication");
    }
  }

  /** The value of an Authorization header: RFC 7617, with UTF-8. */
  String basic() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
