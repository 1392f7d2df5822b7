package dev.farcall.client;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of an answer: RFC 9112, sections 4 and 5.
 *
 * @param minor the version of HTTP behind {@code 1.}
 * @param headers by their names in any case
 */
record Http1Head(int minor, int status, Map<String, List<String>> headers) {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[0-9] [0-9]{3}( .*)?");

  /** Whether it only says that the answer is to come. */
  boolean isInterim() {
    return status / 100 == 1;
  }

  /** Whether the connection may be used again when the body has been read. */
  boolean keepsConnection() {
    return minor == 0 ? hasConnection("keep-alive") : !hasConnection("close");
  }

  /** Reads a head. */
  static Http1Head read(Http1Lines lines) throws IOException {
    String line = lines.next();
    if (!STATUS_LINE.matcher(line).matches()) {
      throw new ProtocolException("what answers there does not speak HTTP");
    }
    return new Http1Head(
        line.charAt(7) - '0', Integer.parseInt(line.substring(9, 12)), headers(lines));
  }

  private static Map<String, List<String>> headers(Http1Lines lines) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = lines.nextUnfolded(); !line.isEmpty(); line = lines.nextUnfolded()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("a header without a name");
      }
      headers
          .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>(1))
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private boolean hasConnection(String option) {
    List<String> values = headers.get("Connection");
    return values != null
        && values.stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .anyMatch(value -> value.strip().equalsIgnoreCase(option));
  }
}
