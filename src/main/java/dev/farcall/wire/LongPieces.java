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
  private static final char[] SECTION_END = "]]>".toCharArray();

  private @Nullable LocationInfo parser;
  private boolean rootStarted;
  private boolean sectionCame;

  // What was read last, and is still there, and what came before it.
  private char[] last = new char[0];
  private int lastOffset;
  private int lastLength;
  private final char[] before = new char[SECTION_END.length];
  private long total;

  // The piece that the parser is about: where it starts, and what of it has been seen.
  private long start;
  private final char[] head = new char[SECTION.length];
  private int headLength;
  private boolean inSection;
  private int reference;

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
    sectionCame = event == XMLStreamConstants.CDATA;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    // The parser is through with what it read last, and about to read over it.
    follow();
    check();
    keepEnd();
    int read = in.read(target, offset, count);
    last = target;
    lastOffset = offset;
    lastLength = Math.max(0, read);
    total += lastLength;
    return read;
  }

  private void follow() {
    long now = parser == null ? start : parser.getStartingCharOffset();
    int seen = (int) Math.min(lastLength, total - now);
    int end = lastOffset + lastLength;
    int from = end - seen;
    if (now != start) {
      start = now;
      headLength = 0;
      reference = 0;
      // The parser tells of each part of a section, and not whether it is the last.
      inSection = sectionCame && !isBehindSection(lastLength - seen);
    }
    for (int i = from; i < end && headLength < head.length; i++) {
      head[headLength++] = last[i];
    }
    inSection |= Arrays.equals(head, 0, headLength, SECTION, 0, SECTION.length);
    if (!inSection) {
      followText(from, end);
    }
  }

  /** Whether the end of a section is before this of the characters that were read last. */
  private boolean isBehindSection(int index) {
    for (int i = 0; i < SECTION_END.length; i++) {
      int at = index - SECTION_END.length + i;
      char c = at < 0 ? before[before.length + at] : last[lastOffset + at];
      if (c != SECTION_END[i]) {
        return false;
      }
    }
    return true;
  }

  private void keepEnd() {
    int kept = Math.min(lastLength, before.length);
    System.arraycopy(before, kept, before, 0, before.length - kept);
    System.arraycopy(last, lastOffset + lastLength - kept, before, before.length - kept, kept);
  }

  /** A reference in text has a name, too. */
  private void followText(int from, int end) {
    int i = end;
    while (i > from && isOfName(last[i - 1])) {
      i--;
    }
    if (i > from) {
      // With the ampersand, which may be all there is yet.
      reference = last[i - 1] == '&' ? end - i + 1 : 0;
    } else if (reference > 0) {
      reference += end - from;
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
    long length = isMarkup() ? total - start : reference;
    if (rootStarted && length > LONGEST) {
      throw new Misread(
          FaultCode.LIMIT_EXCEEDED,
          "more than " + LONGEST + " characters in a name, a comment or an instruction");
    } else if (!rootStarted && length > LONGEST_BEFORE) {
      // It is hardly anything else.
      throw new Misread(
          FaultCode.NOT_WELL_FORMED,
          "a DOCTYPE is not accepted, nor other markup of more than "
              + LONGEST_BEFORE
              + " characters before the document");
    }
  }

  private boolean isMarkup() {
    return !inSection && headLength > 0 && head[0] == '<';
  }
}
