package dev.farcall.model;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Decodes base64 piece by piece, as it comes from a parser. The alphabet is that of RFC 4648
 * section 4; XML's blanks may stand anywhere, since Python and others send lines; anything else is
 * refused. {@code java.util.Base64}'s decoder for MIME would skip junk without a word. For use by
 * one thread, once.
 */
public final class Base64Decoder {

  private static final byte BLANK = -1;
  private static final byte PAD = -2;
  private static final byte JUNK = -3;
  private static final int TOO_MUCH_PADDING = 3;
  // Some virtual machines keep a few words of an array for themselves.
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final int DRAINED_AT_ONCE = 1 << 16;
  private static final byte[] VALUES = values();

  private byte[] bytes;
  private int size;
  private int group;
  private int inGroup;
  private int padding;

  /**
   * A decoder.
   *
   * @param expectedChars about how much text will come
   */
  public Base64Decoder(int expectedChars) {
    bytes = new byte[Math.max(16, expectedChars / 4 * 3 + 3)];
  }

  /**
   * Takes the next piece of text.
   *
   * @throws WireException with {@code -32602} if it holds anything that is not base64
   */
  public void decode(char[] text, int start, int length) {
    int end = start + length;
    for (int i = start; i < end; i++) {
      char c = text[i];
      byte value = c < VALUES.length ? VALUES[c] : JUNK;
      if (value >= 0) {
        digit(value, c);
      } else if (value == PAD) {
        // No number of them is too large to be counted.
        padding = Math.min(padding + 1, TOO_MUCH_PADDING);
      } else if (value == JUNK) {
        throw junk(c);
      }
    }
  }

  /** How many bytes have been decoded and not drained. */
  public int size() {
    return size;
  }

  /** Hands on the bytes decoded so far, and forgets them: they are not among the last ones. */
  public void drainTo(OutputStream out) throws IOException {
    for (int start = 0; start < size; start += DRAINED_AT_ONCE) {
      out.write(bytes, start, Math.min(DRAINED_AT_ONCE, size - start));
    }
    size = 0;
  }

  /**
   * The bytes that have not been drained.
   *
   * @throws WireException with {@code -32602} if the text ended too early, or its padding is
   *     missing or wrong
   */
  public byte[] finish() {
    if (inGroup == 0 ? padding != 0 : inGroup + padding != 4) {
      throw refused("wrong padding");
    }
    return finishUnpadded();
  }

  /**
   * The bytes that have not been drained, whether or not padding stands behind them.
   *
   * @throws WireException with {@code -32602} if the text ended too early
   */
  public byte[] finishUnpadded() {
    if (inGroup == 1 || padding == TOO_MUCH_PADDING) {
      throw refused("it ends too early");
    }
    if (inGroup == 2) {
      append((byte) (group >> 4));
    } else if (inGroup == 3) {
      append((byte) (group >> 10));
      append((byte) (group >> 2));
    }
    inGroup = 0;
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  private void digit(int value, char c) {
    if (padding > 0) {
      throw junk(c);
    }
    group = (group << 6) | value;
    if (++inGroup == 4) {
      if (size > bytes.length - 3) {
        grow();
      }
      bytes[size] = (byte) (group >> 16);
      bytes[size + 1] = (byte) (group >> 8);
      bytes[size + 2] = (byte) group;
      size += 3;
      inGroup = 0;
      group = 0;
    }
  }

  private void append(byte b) {
    if (size == bytes.length) {
      grow();
    }
    bytes[size++] = b;
  }

  private void grow() {
    if (size > LONGEST_ARRAY - 3) {
      throw new WireException(
          FaultCode.LIMIT_EXCEEDED, "base64 of more than " + LONGEST_ARRAY + " bytes in memory");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, LONGEST_ARRAY));
  }

  private static WireException junk(char c) {
    return refused(Lexical.quote(String.valueOf(c)) + " does not belong there");
  }

  private static WireException refused(String why) {
    return new WireException(FaultCode.INVALID_PARAMS, "expected base64: " + why);
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, JUNK);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    for (char blank : new char[] {' ', '\t', '\n', '\r'}) {
      values[blank] = BLANK;
    }
    values['='] = PAD;
    return values;
  }
}
