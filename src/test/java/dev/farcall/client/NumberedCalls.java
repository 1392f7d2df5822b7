package dev.farcall.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls that have one number as their parameter, as servers see them that are made of sockets, so
 * that it can be counted how often each was run. Safe for use by many threads.
 */
final class NumberedCalls {

  private static final String FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";
  private static final Pattern NUMBER = Pattern.compile("<int>([0-9]+)</int>");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

  private final Map<Integer, Integer> runs = new ConcurrentHashMap<>();

  /** How often each number was run. */
  Map<Integer, Integer> runs() {
    return runs;
  }

  /** How often this number was run. */
  int runs(int number) {
    return runs.getOrDefault(number, 0);
  }

  /** Waits for a request, of a stream that can be marked; false at its end. */
  static boolean awaitOne(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first >= 0;
  }

  /**
   * Reads a request.
   *
   * @param most how many bytes to read of it
   * @return an empty text if it has more than that, or came to an early end
   */
  static String read(InputStream in, int most) throws IOException {
    StringBuilder text = new StringBuilder();
    int end = Integer.MAX_VALUE;
    while (text.length() < end) {
      int next = text.length() < most ? in.read() : -1;
      if (next < 0) {
        return "";
      }
      text.append((char) next);
      if (next == '\n' && end == Integer.MAX_VALUE && text.indexOf("\r\n\r\n") >= 0) {
        Matcher length = LENGTH.matcher(text);
        end = text.length() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
      }
    }
    return text.toString();
  }

  /**
   * Runs a call.
   *
   * @param connection what to say of it, {@code close} or {@code keep-alive}
   * @return the reply
   */
  byte[] run(String request, String connection) {
    Matcher number = NUMBER.matcher(request);
    if (!number.find()) {
      throw new AssertionError("no number in " + request);
    }
    runs.merge(Integer.valueOf(number.group(1)), 1, Integer::sum);
    return reply("200 OK", "Content-Type: text/xml\r\n", FIVE, connection);
  }

  /** The reply of a server that does not start a call, after which the connection is closed. */
  static byte[] refusal(String moreHeaders) {
    return reply("503 Busy", "Farcall-Unprocessed: true\r\n" + moreHeaders, "", "close");
  }

  private static byte[] reply(String status, String headers, String body, String connection) {
    return "HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: %s\r\n\r\n%s"
        .formatted(status, headers, body.length(), connection, body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
