package dev.farcall.wire;

import dev.farcall.FaultCode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.LocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Stops a parser that reads on and on without coming to the end of a piece of markup. The parser
 * keeps a name, a comment or an instruction as a whole, without a limit, and takes up to fifteen
 * bytes of memory for a character of a name: a body of some kilobytes, compressed, could fill a
 * heap with one. Text and CDATA sections come in parts, though some only when a buffer is full that
 * has grown with earlier documents: they may be as long as they like. For one document.
 */
final class LongPieces extends FilterReader {

  private static final int LONGEST = 1 << 16;
  private static final int LONGEST_BEFORE = 1 << 17;

  private static final char[] SECTION = "<![CDATA[".toCharArray();

  private @Nullable LocationInfo parser;
  private boolean rootStarted;

  // What was read last, and is still there.
  private char[] last = new char[0];
  private int lastOffset;
  private int lastLength;
  private long total;

  // The piece that the parser is about: where it starts, and what of it has been seen.
  private long start;
  private final char[] head = new char[SECTION.length];
  private int headLength;
  private int entityName;

  LongPieces(Reader in) {
    super(in);
  }

  /** Who reads this, once it has been made, for which it took the declaration of the document. */
  void readBy(LocationInfo reader) {
    parser = reader;
  }

  /** The parser has come to this event. */
  void ended(int event) {
    rootStarted |= event == XMLStreamConstants.START_ELEMENT;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    // The parser is through with what it read last, and about to read over it.
    follow();
    check();
    int read = in.read(target, offset, count);
    last = target;
    lastOffset = offset;
    lastLength = Math.max(0, read);
    total += lastLength;
    return read;
  }

  private void follow() {
    long now = parser == null ? start : parser.getStartingCharOffset();
    if (now != start) {
      start = now;
      headLength = 0;
      entityName = 0;
    }
    int seen = (int) Math.min(lastLength, total - start);
    int end = lastOffset + lastLength;
    int from = end - seen;
    for (int i = from; i < end && headLength < head.length; i++) {
      head[headLength++] = last[i];
    }
    followText(from, end);
  }

  /** A reference in text has a name, too. */
  private void followText(int from, int end) {
    int i = end;
    while (i > from && isOfName(last[i - 1])) {
      i--;
    }
    if (i > from) {
      entityName = last[i - 1] == '&' ? end - i : 0;
    } else if (entityName > 0) {
      entityName += end - from;
    }
  }

  /** Every character of a name, and some more. */
  private static boolean isOfName(char c) {
    if (c < '@') {
      return (c >= '0' && c <= ':') || c == '-' || c == '.';
    }
    return c != '[' && c != ']';
  }

  private void check() {
    if (rootStarted && (isMarkup() ? total - start : entityName) > LONGEST) {
      throw new Misread(
          FaultCode.LIMIT_EXCEEDED,
          "more than " + LONGEST + " characters in a name, a comment or an instruction");
    } else if (!rootStarted && total - start > LONGEST_BEFORE) {
      // It is hardly anything else.
      throw new Misread(
          FaultCode.NOT_WELL_FORMED,
          "a DOCTYPE is not accepted, nor other markup of more than "
              + LONGEST_BEFORE
              + " characters before the document");
    }
  }

  private boolean isMarkup() {
    return headLength > 0 && head[0] == '<' && !Arrays.equals(head, SECTION);
  }
}
