package dev.farcall.client;

import java.util.Map;

/** System properties by which the JDK's HTTP client would stop doing what this library promises. */
final class UnsafeProperties {

  private static final Map<String, String> UNSAFE =
      Map.of(
          "jdk.internal.httpclient.disableHostnameVerification",
          "any server with any certificate could pose as the right one",
          "jdk.httpclient.enableAllMethodRetry",
          "calls could be sent twice");

  private UnsafeProperties() {}

  /**
   * Finds that none of them is set.
   *
   * @throws IllegalStateException if one is
   */
  static void check() {
    UNSAFE.forEach(
        (property, danger) -> {
          String value = System.getProperty(property);
          if (value != null && !value.equalsIgnoreCase("false")) {
            throw new IllegalStateException(
                "the system property " + property + " is set, so that " + danger + "; remove it");
          }
        });
  }
}
