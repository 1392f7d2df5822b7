package dev.farcall.wire;

import dev.farcall.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes markup and text as UTF-8, straight into a buffer of bytes. It escapes what has to be, and
 * two characters that need not: {@code >}, since {@code ]]>} must not stand in text, and the
 * carriage return, which every parser would turn into a line feed. For one document.
 *
 * <p>What the stream throws comes out as {@link UncheckedIOException}, for JAXB stands in between.
 */
final class XmlOutput {

  private static final byte[] LESS = ascii("&lt;");
  private static final byte[] GREATER = ascii("&gt;");
  private static final byte[] AMPERSAND = ascii("&amp;");
  private static final byte[] RETURN = ascii("&#13;");
  private static final byte[] SMALLEST_LONG = ascii(Long.toString(Long.MIN_VALUE));
  // Room for the longest escape, or a character of four bytes.
  private static final int ROOM = 8;

  private final OutputStream out;
  private final Dialect.IllegalCharacters illegalCharacters;
  private final byte[] buffer;
  private int length;

  /**
   * An output.
   *
   * @param buffer of some thousand bytes, used until the document ends
   */
  XmlOutput(OutputStream out, Dialect.IllegalCharacters illegalCharacters, byte[] buffer) {
    this.out = out;
    this.illegalCharacters = illegalCharacters;
    this.buffer = buffer;
  }

  /** The bytes of text that has only ASCII in it, to be written by {@link #markup}. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes bytes as they are. */
  void markup(byte[] bytes) {
    markup(bytes, bytes.length);
  }

  /** Writes the first of these bytes as they are. */
  void markup(byte[] bytes, int count) {
    if (count > buffer.length - length) {
      flushBuffer();
      if (count > buffer.length) {
        write(bytes, count);
        return;
      }
    }
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
  }

  /** Writes a whole number. */
  void number(long number) {
    if (number == Long.MIN_VALUE) {
      markup(SMALLEST_LONG);
      return;
    }
    if (buffer.length - length < 20) {
      flushBuffer();
    }
    long rest = Math.abs(number);
    if (number < 0) {
      buffer[length++] = '-';
    }
    int end = length + digits(rest);
    for (int i = end - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  /** Writes text, escaped. */
  void text(String text) {
    int end = text.length();
    int i = 0;
    while (i < end) {
      i = plain(text, i, end);
      if (i < end) {
        i = special(text, i);
      }
    }
  }

  /** Hands everything to the stream. */
  void flush() {
    flushBuffer();
  }

  /** Copies characters that are written as they are, and stops at the first that is not. */
  private int plain(String text, int start, int end) {
    int i = start;
    while (i < end) {
      if (length == buffer.length) {
        flushBuffer();
      }
      int stop = Math.min(end, i + buffer.length - length);
      for (; i < stop; i++) {
        char c = text.charAt(i);
        if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&') {
          return i;
        }
        buffer[length++] = (byte) c;
      }
    }
    return i;
  }

  /** Writes the character at this position, and returns the next position. */
  private int special(String text, int i) {
    if (buffer.length - length < ROOM) {
      flushBuffer();
    }
    char c = text.charAt(i);
    if (c < 0x80) {
      specialAscii(c, i);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6));
      put(0x80 | (c & 0x3F));
    } else if (Character.isHighSurrogate(c)
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1))) {
      supplementary(Character.toCodePoint(c, text.charAt(i + 1)));
      return i + 2;
    } else if (Character.isSurrogate(c) || c >= '\uFFFE') {
      illegal(c, i);
    } else {
      put(0xE0 | (c >> 12));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    }
    return i + 1;
  }

  private void specialAscii(char c, int position) {
    switch (c) {
      case '<' -> markup(LESS);
      case '>' -> markup(GREATER);
      case '&' -> markup(AMPERSAND);
      case '\r' -> markup(RETURN);
      case '\t', '\n', 0x7F -> put(c);
      default -> illegal(c, position);
    }
  }

  private void supplementary(int codePoint) {
    put(0xF0 | (codePoint >> 18));
    put(0x80 | ((codePoint >> 12) & 0x3F));
    put(0x80 | ((codePoint >> 6) & 0x3F));
    put(0x80 | (codePoint & 0x3F));
  }

  private void illegal(char c, int position) {
    switch (illegalCharacters) {
      case REPLACE -> {
        put(0xEF);
        put(0xBF);
        put(0xBD);
      }
      case STRIP -> {}
      default ->
          throw new Misread(
              FaultCode.INTERNAL_ERROR,
              String.format(
                  "U+%04X at position %d cannot be written as XML (setting illegal-characters)",
                  (int) c, position));
    }
  }

  private void put(int b) {
    buffer[length++] = (byte) b;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void flushBuffer() {
    if (length > 0) {
      write(buffer, length);
      length = 0;
    }
  }

  private void write(byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
