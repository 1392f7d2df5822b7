package dev.farcall.servlet;

import dev.farcall.call.PrintableText;
import dev.farcall.call.TraceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the access log: {@code key=value}, with one blank between, and {@code -} where there is
 * nothing to tell. Values have no blank and nothing that could end the line, so that it can be
 * taken apart without a mistake; each is bounded, and so is the line.
 */
final class AccessLine {

  private static final int LONGEST = 256;
  private static final int LONGEST_NAME = 128;

  /** Of a name that shares the line with numbers as large as they come. */
  private static final int LEAST = 16;

  /** As of IPv6, with a zone of a few characters. */
  private static final int LONGEST_ADDRESS = 48;

  private static final int LONGEST_VERB = 16;
  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

  private final StringBuilder fields = new StringBuilder(LONGEST);

  private AccessLine() {}

  /**
   * The line for a request that has been served.
   *
   * @param nanos how long that took
   */
  static String of(CountedRequest request, CountedResponse response, long nanos) {
    AccessEntry entry = response.entry();
    AccessLine line = new AccessLine();
    line.add("code", entry.code());
    line.add("http", shown(request.getMethod(), LONGEST_VERB));
    line.add("status", response.getStatus());
    line.add("in", request.bytes());
    line.add("out", response.bytes());
    line.add("ms", millis(nanos));
    int beforeCaller = line.fields.length();
    line.add("address", shown(String.valueOf(request.getRemoteAddr()), LONGEST_ADDRESS));
    line.add("reference", entry.reference().orElse("-"));
    line.add("trace", trace(request));
    entry.entries().ifPresent(entries -> line.add("entries", entries.size()));
    entry.entries().ifPresent(entries -> line.add("faults", AccessEntry.faults(entries)));
    line.insertNames(entry.methodName(), caller(request), beforeCaller);
    return line.fields.toString();
  }

  /** Names have what the other fields leave of the line, half of it each if both are long. */
  private void insertNames(Optional<String> method, Optional<String> caller, int beforeCaller) {
    int room = Math.max(2 * LEAST, LONGEST - "method=  caller=".length() - fields.length());
    String name = method.map(text -> shown(text, LONGEST_NAME)).orElse("-");
    String user = caller.map(text -> shown(text, LONGEST_NAME)).orElse("-");
    name = cut(name, Math.max(room / 2, room - user.length()));
    user = cut(user, room - name.length());
    fields.insert(beforeCaller, " caller=" + user).insert(0, "method=" + name + " ");
  }

  private static String cut(String shown, int limit) {
    return shown.length() <= limit ? shown : PrintableText.of(shown, limit);
  }

  private static Optional<String> caller(CountedRequest request) {
    return Optional.ofNullable(request.getUserPrincipal())
        .map(user -> String.valueOf(user.getName()));
  }

  private void add(String key, Object value) {
    fields.append(fields.isEmpty() ? "" : " ").append(key).append('=').append(value);
  }

  private static String trace(HttpServletRequest request) {
    return TraceContext.read(
            Collections.list(request.getHeaders(TraceContext.PARENT_HEADER)),
            Collections.list(request.getHeaders(TraceContext.STATE_HEADER)))
        .map(TraceContext::traceId)
        .orElse("-");
  }

  /** In milliseconds, to the tenth: most calls take less than one. */
  private static String millis(long nanos) {
    long tenths = Math.max(0, nanos) / 100_000;
    return tenths / 10 + "." + tenths % 10;
  }

  private static String shown(String text, int limit) {
    // One more than fits is enough to see that it does not.
    String start = text.substring(0, Math.min(text.length(), limit + 1));
    return PrintableText.of(BLANK.matcher(start).replaceAll(AccessLine::escaped), limit);
  }

  private static String escaped(MatchResult blank) {
    return Matcher.quoteReplacement(String.format("\\u%04x", (int) blank.group().charAt(0)));
  }
}
