package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.model.Lexical;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;

/**
 * Stops a parser that reads on and on without coming to the end of a piece of markup. The parser
 * keeps a name, a comment or an instruction as a whole, without a limit, and takes up to fifteen
 * bytes of memory for a character of a name: a body of some kilobytes, compressed, could fill a
 * heap with one. Text comes in pieces, however long it is. For one document.
 */
final class LongPieces extends FilterReader {

  private static final int LONGEST = 1 << 16;
  private static final int LONGEST_BEFORE = 1 << 17;

  private int length;
  private boolean rootStarted;

  LongPieces(Reader in) {
    super(in);
  }

  /** The parser has come to the end of a piece, which it tells as this event. */
  void ended(int event) {
    length = 0;
    rootStarted |= event == XMLStreamConstants.START_ELEMENT;
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    int read = in.read(target, offset, count);
    // Blanks behind a document, which the parser skips all at once, are harmless. Before it they
    // could be part of a DOCTYPE.
    if (read > 0 && !(rootStarted && isBlank(target, offset, offset + read))) {
      length += read;
    }
    // What was read last may be of the next piece.
    check(length - read);
    return read;
  }

  private void check(int least) {
    if (rootStarted && least > LONGEST) {
      throw new Misread(
          FaultCode.LIMIT_EXCEEDED,
          "more than " + LONGEST + " characters in a name, a comment or an instruction");
    } else if (least > LONGEST_BEFORE) {
      // It is hardly anything else.
      throw new Misread(
          FaultCode.NOT_WELL_FORMED,
          "a DOCTYPE is not accepted, nor other markup of more than "
              + LONGEST_BEFORE
              + " characters before the document");
    }
  }

  /** Nearly always the first few characters tell. */
  private static boolean isBlank(char[] chars, int start, int end) {
    int i = start;
    while (i < end && Lexical.isBlank(chars[i])) {
      i++;
    }
    return i == end;
  }
}
