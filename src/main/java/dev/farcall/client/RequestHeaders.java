package dev.farcall.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the headers that every request has. For use by one thread. */
final class RequestHeaders {

  /** Written by the transport, or by what stands around it. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "farcall-deadline",
          "host",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final Map<String, List<String>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  void add(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException("not the name of a header (RFC 9110, section 5.1)");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the header " + name + " is written by the client itself");
    }
    if (!value.matches("[\\t -~\\x80-\\uffff]*")) {
      throw new IllegalArgumentException(
          "the value of header " + name + " has a line break or another control character");
    }
    own.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  void basic(Credentials credentials) {
    own.put("Authorization", List.of(credentials.basic()));
  }

  /** The caller's own, which no other origin gets. */
  Set<String> ownNames() {
    return own.keySet();
  }

  /**
   * All of them.
   *
   * @param contentType of the requests
   */
  Map<String, List<String>> toMap(String contentType) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("User-Agent", List.of("farcall"));
    all.put("Accept", List.of("text/xml, application/xml;q=0.9, */*;q=0.1"));
    all.putAll(own);
    all.put("Accept-Encoding", List.of("gzip"));
    all.put("Content-Type", List.of(contentType));
    return all;
  }
}
