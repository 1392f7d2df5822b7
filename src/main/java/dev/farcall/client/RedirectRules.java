package dev.farcall.client;

import java.net.URI;

/**
 * Where a redirect may not lead, whatever it is.
 *
 * @param plainHttp which servers may be called over plain http
 * @param identity whether the client was given a context of TLS, which may hold a key
 */
record RedirectRules(PlainHttp plainHttp, Identity identity) {

  /** Why it may not, or an empty text if it may. */
  String refusal(URI from, URI target) {
    if (Addresses.isHttps(from) && !Addresses.isHttps(target)) {
      return "it leads from https to http";
    } else if (!plainHttp.allows(target)) {
      return "it leads to plain http (plainHttp)";
    } else if (identity == Identity.OWN && !Addresses.haveOneHost(from, target)) {
      return "it leads to another host, which must not see what sslContext may hold";
    }
    return "";
  }

  /** What a server may learn of the client by TLS. */
  enum Identity {
    NONE,
    OWN
  }
}
