package dev.farcall.servlet;

import java.util.Set;

/**
 * Settings of the HTTP side; each component is one, in kebab-case.
 *
 * @param maxRequestBytes bytes of a body as it comes over the wire; 8 MiB
 * @param maxBodySeconds how long the whole of a body may take to be read; 30
 * @param maxReplySeconds how long the whole of an answer may take to be written; 60
 * @param responseBufferBytes up to how many bytes an answer is kept back, so that it goes out whole
 *     and with an exact Content-Length; 64 KiB. What is longer is streamed
 * @param gzipThresholdBytes from how many bytes on an answer is compressed, when the caller accepts
 *     that; 1,024
 * @param plainHttp from where plain http is accepted; the loopback address
 * @param allowedHosts what may stand in the Host header, with or without port; when empty, the
 *     default, anything, but on a loopback address only that address's names
 * @param allowedOrigins what may stand in the Origin header besides the address of the host itself,
 *     as {@code https://app.example.org}; nothing
 * @param crossOriginCredentials whether pages of those origins may call with the cookies, passwords
 *     and certificates that the browser keeps for this server; off
 * @param contentTypes which media types a call may have; XML only
 * @param docs whether a browser that asks for the endpoint gets a page about its methods; off
 * @param accessLog whether each request is logged in a line; on, since nobody can look up later
 *     what was not logged, and a container's own log has no methods and no faults
 */
record HttpSettings(
    long maxRequestBytes,
    int maxBodySeconds,
    int maxReplySeconds,
    int responseBufferBytes,
    int gzipThresholdBytes,
    PlainHttp plainHttp,
    Set<String> allowedHosts,
    Set<String> allowedOrigins,
    Credentials crossOriginCredentials,
    ContentTypes contentTypes,
    Docs docs,
    AccessLogging accessLog) {

  private static final String HOST = "([a-z0-9._-]+|\\[[0-9a-f:.]+\\])(:[0-9]+)?";

  static final HttpSettings DEFAULTS =
      new HttpSettings(
          8L << 20,
          30,
          60,
          64 << 10,
          1 << 10,
          PlainHttp.LOOPBACK,
          Set.of(),
          Set.of(),
          Credentials.OFF,
          ContentTypes.XML,
          Docs.OFF,
          AccessLogging.ON);

  /** Adds to the problems the hosts and origins that no request can have. */
  void check(Problems problems) {
    check("allowed-hosts", allowedHosts, HOST, "HOST or HOST:PORT", problems);
    check(
        "allowed-origins",
        allowedOrigins,
        "[a-z][a-z0-9+.-]*://" + HOST,
        "SCHEME://HOST or SCHEME://HOST:PORT",
        problems);
  }

  private static void check(
      String key, Set<String> items, String pattern, String expected, Problems problems) {
    items.stream()
        .filter(item -> !item.matches(pattern))
        .sorted()
        .forEach(item -> problems.add(key + ": expected " + expected + ", got \"" + item + "\""));
  }

  /** From where plain http is accepted; https always is, from anywhere. */
  enum PlainHttp {
    LOOPBACK,
    ALWAYS,
    NEVER
  }

  /** Whether there is a page about the methods. */
  enum Docs {
    ON,
    OFF
  }

  /** Whether calls of other origins' pages may have what the browser keeps for this server. */
  enum Credentials {
    ON,
    OFF
  }

  /** Whether requests are logged. */
  enum AccessLogging {
    ON,
    OFF
  }

  /** Which media types a call may have. */
  enum ContentTypes {
    XML,
    /** Any: for peers that send text/plain, which a form of a foreign web page can send, too. */
    ANY
  }
}
