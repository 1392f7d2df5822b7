package dev.farcall.client;

import dev.farcall.call.IdempotencyKeyHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

  private static final String AUTHORIZATION = "Authorization";
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t -~\\x80-\\xff]*");

  private final Map<String, List<String>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  void add(String name, String value) {
    checkOwn(name, value);
    if (name.equalsIgnoreCase(IdempotencyKeyHeader.NAME)) {
      throw new IllegalArgumentException(
          "the header "
              + IdempotencyKeyHeader.NAME
              + " is that of one call; with the same for all, calls would be taken for one");
    }
    own.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  /**
   * Finds that a header can be sent, and is not one the client writes itself.
   *
   * @throws IllegalArgumentException if it cannot, or is; the message does not have the value
   */
  static void checkOwn(String name, String value) {
    check(name, value);
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the header " + name + " is written by the client itself");
    }
  }

  /**
   * Finds that a header can be sent.
   *
   * @throws IllegalArgumentException if it cannot; the message does not have the value
   */
  static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a header (RFC 9110, section 5.1)");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the value of header "
              + name
              + " has a line break, another control character, or one that is not Latin-1");
    }
  }

  void basic(Credentials credentials) {
    own.put(AUTHORIZATION, List.of(credentials.basic()));
  }

  /** The caller's own, which no other origin gets. */
  Set<String> ownNames() {
    return own.keySet();
  }

  /**
   * All of them.
   *
   * @param contentType of the requests
   * @param server what its address says of who calls, if nothing else does
   */
  Map<String, List<String>> toMap(String contentType, Optional<Credentials> server) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("User-Agent", List.of("farcall"));
    all.put("Accept", List.of("text/xml, application/xml;q=0.9, */*;q=0.1"));
    server.ifPresent(given -> all.put(AUTHORIZATION, List.of(given.basic())));
    all.putAll(own);
    all.put("Accept-Encoding", List.of("gzip"));
    all.put("Content-Type", List.of(contentType));
    return all;
  }
}
