package dev.farcall.client;

import java.net.URI;
import javax.net.ssl.SSLException;

/** Says why a server is not trusted, in words of the one who calls. */
final class TlsFailure {
  private TlsFailure() {}

  static String describe(SSLException failure, URI uri) {
    return "no secure connection to " + uri.getHost() + ": " + failure.getMessage();
  }
}
