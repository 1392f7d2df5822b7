package dev.farcall.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one element, gathered from the pieces in which a parser hands it out. What is long is
 * kept in Strings, which take a byte for a character where that is enough: one array that grows
 * takes eight times as much memory as the text of a large document.
 */
final class TextBuffer implements CharSequence, TextPieces {

  private static final int PIECE_BITS = 16;
  private static final int PIECE = 1 << PIECE_BITS;

  /** Of {@link #PIECE} characters each; what is behind them is in the array. */
  private final List<String> pieces = new ArrayList<>();

  private char[] chars = new char[256];
  private int length;

  void clear() {
    pieces.clear();
    length = 0;
  }

  @Override
  public void append(char[] source, int start, int count) {
    int from = start;
    int left = count;
    while (left > PIECE - length) {
      int fits = PIECE - length;
      copy(source, from, fits);
      pieces.add(new String(chars, 0, PIECE));
      length = 0;
      from += fits;
      left -= fits;
    }
    copy(source, from, left);
  }

  private void copy(char[] source, int start, int count) {
    int end = length + count;
    if (end > chars.length) {
      char[] larger = new char[Math.min(PIECE, Math.max(end, chars.length * 2))];
      System.arraycopy(chars, 0, larger, 0, length);
      chars = larger;
    }
    System.arraycopy(source, start, chars, length, count);
    length = end;
  }

  /** The text as a name, the same string as last time if it is still in the cache. */
  String toName(NameCache names) {
    return pieces.isEmpty() ? names.get(chars, length) : toString();
  }

  @Override
  public int length() {
    return (pieces.size() << PIECE_BITS) + length;
  }

  @Override
  public char charAt(int index) {
    int piece = index >> PIECE_BITS;
    return piece < pieces.size()
        ? pieces.get(piece).charAt(index & PIECE - 1)
        : chars[index & PIECE - 1];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return pieces.isEmpty()
        ? new String(chars, start, end - start)
        : toString().substring(start, end);
  }

  @Override
  public String toString() {
    String last = new String(chars, 0, length);
    if (pieces.isEmpty()) {
      return last;
    }
    List<String> all = new ArrayList<>(pieces);
    all.add(last);
    return String.join("", all);
  }
}
