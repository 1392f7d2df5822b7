package dev.farcall.client;

import java.util.function.Supplier;

/**
 * A token that says who calls (RFC 6750). It is not printed.
 *
 * @param source asked for each call
 */
record BearerToken(Supplier<String> source) {

  /**
   * Always the same token.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  static BearerToken of(String token) {
    String checked = checked(token);
    return new BearerToken(() -> checked);
  }

  /**
   * The value of an Authorization header.
   *
   * @throws IllegalArgumentException if the source gives what cannot be a token
   */
  String header() {
    return "Bearer " + checked(source.get());
  }

  private static String checked(String token) {
    // A line break, as at the end of a file that is read whole, would begin another header.
    if (!token.matches("[!-~]+")) {
      throw new IllegalArgumentException(
          "a bearer token is visible characters of ASCII, without blanks and line breaks");
    }
    return token;
  }

  @Override
  public String toString() {
    return "bearer token";
  }
}
