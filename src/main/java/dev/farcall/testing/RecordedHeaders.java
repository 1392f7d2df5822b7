package dev.farcall.testing;

import dev.farcall.call.DeadlineHeader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What of the headers is written: neither secrets, nor what is another each time. */
final class RecordedHeaders {

  /** Those of the connection, and of bodies that are recorded without their compression. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "date",
          "keep-alive",
          "transfer-encoding",
          DeadlineHeader.NAME.toLowerCase(Locale.ROOT));

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)authorization|authentication-info|cookie|token|secret|password"
              + "|apikey|(^|-)key(-|$)|session|credential|signature");

  private RecordedHeaders() {}

  /** The headers to write, by their names. */
  static Map<String, List<String>> of(Map<String, List<String>> headers) {
    Map<String, List<String>> recorded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          // HTTP/2 has the status among the headers, as :status.
          if (!name.startsWith(":") && !LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
            recorded.put(name, isSecret(name) ? List.of("***") : values);
          }
        });
    return recorded;
  }

  /** The same for a body that could not be decompressed. */
  static Map<String, List<String>> ofCompressed(Map<String, List<String>> headers) {
    Map<String, List<String>> recorded = of(headers);
    recorded.put("Content-Encoding", headers.getOrDefault("Content-Encoding", List.of()));
    return recorded;
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }
}
