package dev.farcall.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into tags, texts and the like, which together are all of it. It need not be XML:
 * what begins as a tag and does not end is one piece up to the end, so that each character is
 * looked at a fixed number of times.
 */
final class MarkupPieces {

  private final String document;
  private int at;

  private MarkupPieces(String document) {
    this.document = document;
  }

  static List<Piece> of(String document) {
    MarkupPieces pieces = new MarkupPieces(document);
    List<Piece> all = new ArrayList<>();
    while (pieces.at < document.length()) {
      all.add(pieces.next());
    }
    return all;
  }

  private Piece next() {
    int start = at;
    boolean markup = isMarkup(start);
    int end = markup ? endOfMarkup(start) : endOfText(start + 1);
    at = end < 0 ? document.length() : end;
    String source = document.substring(start, at);
    if (end < 0) {
      return new Piece(Kind.ASIDE, source);
    }
    return new Piece(markup ? kindOfMarkup(source) : kindOfText(source), source);
  }

  private boolean isMarkup(int index) {
    if (document.charAt(index) != '<') {
      return false;
    }
    if (index + 1 == document.length()) {
      return true;
    }
    char next = document.charAt(index + 1);
    return "/!?_:".indexOf(next) >= 0 || Character.isLetter(next);
  }

  private int endOfText(int from) {
    int end = document.indexOf('<', from);
    while (end >= 0 && !isMarkup(end)) {
      end = document.indexOf('<', end + 1);
    }
    return end < 0 ? document.length() : end;
  }

  private int endOfMarkup(int start) {
    if (document.startsWith("<!--", start)) {
      return behind("-->", start + 4);
    }
    if (document.startsWith("<![CDATA[", start)) {
      return behind("]]>", start + 9);
    }
    return document.startsWith("<?", start) ? behind("?>", start + 2) : endOfTag(start + 1);
  }

  private int behind(String terminator, int from) {
    int found = document.indexOf(terminator, from);
    return found < 0 ? -1 : found + terminator.length();
  }

  /** Behind the first {@code >} that is in no quotes, nor in the brackets of a DOCTYPE. */
  private int endOfTag(int from) {
    int brackets = 0;
    for (int i = from; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c == '"' || c == '\'') {
        i = document.indexOf(c, i + 1);
        if (i < 0) {
          return -1;
        }
      } else if (c == '[') {
        brackets++;
      } else if (c == ']') {
        brackets--;
      } else if (c == '>' && brackets <= 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static Kind kindOfMarkup(String source) {
    if (source.startsWith("<![CDATA[")) {
      return Kind.TEXT;
    }
    if (source.startsWith("<!") || source.startsWith("<?")) {
      return Kind.ASIDE;
    }
    if (source.startsWith("</")) {
      return Kind.END;
    }
    return source.endsWith("/>") ? Kind.EMPTY : Kind.START;
  }

  private static Kind kindOfText(String source) {
    return source.chars().allMatch(MarkupPieces::isBlank) ? Kind.BLANK : Kind.TEXT;
  }

  /** Only what XML has as a blank: a no-break space is text. */
  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** What a piece is. */
  enum Kind {
    START,
    END,
    EMPTY,
    TEXT,
    BLANK,
    /** A comment, a processing instruction, a DOCTYPE; or what does not end. */
    ASIDE
  }

  /** A piece, as it stands in the document. */
  record Piece(Kind kind, String source) {

    /** The name of the element that this starts or ends. */
    String name() {
      int start = kind == Kind.END ? 2 : 1;
      int end = start;
      while (source.charAt(end) != '>'
          && source.charAt(end) != '/'
          && !isBlank(source.charAt(end))) {
        end++;
      }
      return source.substring(start, end);
    }
  }
}
