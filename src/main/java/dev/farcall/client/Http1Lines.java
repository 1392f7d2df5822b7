package dev.farcall.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;

/** The lines of a head, of which a server cannot send more than fit into a limit. */
final class Http1Lines {

  private static final int MOST_CHARS = 64 << 10;

  private final Http1Connection connection;
  private final Watch watch;
  private final StringBuilder line = new StringBuilder(64);
  private int chars;
  private int pushedBack = -2;

  Http1Lines(Http1Connection connection, Watch watch) {
    this.connection = connection;
    this.watch = watch;
  }

  /** The next line, without its end, which may be a line feed alone. */
  String next() throws IOException {
    line.setLength(0);
    append();
    return line.toString();
  }

  /** The next line, with those behind it that begin with a blank (RFC 9112, section 5.2). */
  String nextUnfolded() throws IOException {
    line.setLength(0);
    append();
    while (!line.isEmpty() && isBlank(peek())) {
      line.append(' ');
      append();
    }
    return line.toString();
  }

  private void append() throws IOException {
    for (int next = read(); next != '\n'; next = read()) {
      if (next < 0) {
        throw new EOFException("the head of the answer ended early");
      }
      if (++chars > MOST_CHARS) {
        throw new ProtocolException("the head of the answer has more than 65536 bytes");
      }
      line.append((char) next);
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
  }

  private int peek() throws IOException {
    pushedBack = read();
    return pushedBack;
  }

  private int read() throws IOException {
    int next = pushedBack == -2 ? connection.read(watch) : pushedBack;
    pushedBack = -2;
    return next;
  }

  private static boolean isBlank(int next) {
    return next == ' ' || next == '\t';
  }
}
