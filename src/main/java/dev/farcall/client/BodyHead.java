package dev.farcall.client;

import dev.farcall.wire.Bodies;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A body of which the beginning is remembered, for those who ask what it was if not an answer. */
final class BodyHead extends FilterInputStream {

  private static final int KEPT = 1024;

  /** How much may be read for that much: compressed bytes need not yield any. */
  private static final int COMPRESSED = 64 << 10;

  // Small servers leave out the first elements, and lighttpd writes XHTML with a declaration.
  // Nothing here is tried in two ways, which a server could make last for ever.
  private static final Pattern HTML =
      Pattern.compile(
          "\\ufeff?\\s*+(<\\?xml[^>]*+>\\s*+)?+(<!--((?!-->).)*+-->\\s*+)*+"
              + "<(!doctype\\s++html|html|head|title|body|h1|center)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final byte[] start = new byte[KEPT];
  private int length;

  BodyHead(InputStream body) {
    super(body);
  }

  /** The beginning of a body of which nothing else is wanted; empty if it cannot be read. */
  static String textOf(TransportReply reply) {
    String coding = reply.header("Content-Encoding").orElse(null);
    InputStream capped = Bodies.capped(reply.body(), COMPRESSED, "");
    try (InputStream body = Bodies.isSupported(coding) ? Bodies.decoded(coding, capped) : capped;
        BodyHead head = new BodyHead(body)) {
      return head.text();
    } catch (IOException e) {
      // It is told beside what went wrong, and is not what went wrong.
      return "";
    }
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0 && length < KEPT) {
      start[length++] = (byte) next;
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    int count = super.read(target, offset, wanted);
    if (length < KEPT && count > 0) {
      int kept = Math.min(count, KEPT - length);
      System.arraycopy(target, offset, start, length, kept);
      length += kept;
    }
    return count;
  }

  /** Not to be passed over unseen. */
  @Override
  public boolean markSupported() {
    return false;
  }

  /** The beginning as far as it was read, and a little further, as text. */
  String text() {
    byte[] rest = new byte[KEPT - length];
    try {
      if (rest.length > 0) {
        int unused = readNBytes(rest, 0, rest.length);
      }
    } catch (IOException e) {
      // What broke the body was the reason to ask.
      return read(length);
    }
    return read(length);
  }

  /** Whether it is a page for people. */
  boolean isHtml() {
    return HTML.matcher(text()).lookingAt();
  }

  private String read(int count) {
    return new String(start, 0, count, StandardCharsets.UTF_8);
  }
}
