package dev.farcall.wire;

import java.util.Arrays;

/** The text of one element, gathered from the pieces in which a parser hands it out. */
final class TextBuffer implements CharSequence, TextPieces {

  // Above this the array is not kept for the next document.
  private static final int LARGEST_KEPT = 1 << 16;

  private char[] chars = new char[256];
  private int length;

  void clear() {
    length = 0;
  }

  @Override
  public void append(char[] source, int start, int count) {
    int end = length + count;
    if (end > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(end, chars.length * 2));
    }
    System.arraycopy(source, start, chars, length, count);
    length = end;
  }

  /** Gives memory back that only a large document needed. */
  void trim() {
    if (chars.length > LARGEST_KEPT) {
      chars = new char[256];
    }
    length = 0;
  }

  /** The text as a name, the same string as last time if it is still in the cache. */
  String toName(NameCache names) {
    return names.get(chars, length);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
