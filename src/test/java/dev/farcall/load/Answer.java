package dev.farcall.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What came of one call. */
enum Answer {
  /** The call was made. */
  ANSWERED,
  /** It was not made, and the caller has been told when to come again. */
  REFUSED,
  /** Anything else. */
  OTHER;

  private static final String END = "\r\n\r\n";
  private static final String LENGTH = "\r\nContent-Length: ";

  /** Reads no more than it must of an answer; null if it is not complete. */
  static @Nullable Answer in(byte[] received, int count) throws IOException {
    String text = new String(received, 0, count, ISO_8859_1);
    int end = text.indexOf(END);
    if (end < 0 || count < end + END.length() + length(text)) {
      return null;
    }
    if (text.startsWith("HTTP/1.1 200 ")) {
      return text.indexOf("<fault>", end) < 0 ? ANSWERED : OTHER;
    }
    boolean refused =
        text.startsWith("HTTP/1.1 503 ")
            && text.contains("\r\nRetry-After: 1\r\n")
            && text.contains("\r\nFarcall-Unprocessed: 1\r\n");
    return refused ? REFUSED : OTHER;
  }

  private static int length(String text) throws IOException {
    int start = text.indexOf(LENGTH);
    if (start < 0) {
      throw new IOException("an answer without Content-Length: " + text);
    }
    start += LENGTH.length();
    return Integer.parseInt(text, start, text.indexOf('\r', start), 10);
  }
}
