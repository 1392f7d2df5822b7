package dev.farcall.client;

/** What a status of HTTP that is no answer tells its caller to look at. */
final class StatusAdvice {
  private StatusAdvice() {}

  /** The setting to look at, behind a colon; an empty text if the status tells none. */
  static String of(int status) {
    return switch (status) {
      case 401 -> ": it wants to know who calls (basicAuth, bearerToken)";
      case 404, 405 -> ": the path of the address may be wrong";
      case 407 -> ": the proxy wants to know who calls (proxyAuth)";
      case 411, 415 -> ": it may not read what is sent (gzipRequests, encoding)";
      case 421 -> ": it does not answer for this host";
      case 429, 503 -> ": it has too much to do";
      default -> "";
    };
  }
}
