package dev.farcall.wire;

import dev.farcall.wire.MarkupPieces.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document laid out for people: what an element holds is on lines of its own, indented by two
 * blanks, if it holds elements.
 *
 * <pre>{@code
 * <value>
 *   <int>5</int>
 * </value>
 * }</pre>
 *
 * <p>Only blanks between two tags are added or taken away. Text is never changed, and nothing is
 * added beside it, so the document still means the same. Lines are indented by at most 128 blanks,
 * which keeps the result within a fixed multiple of the document.
 */
public final class IndentedXml {

  private static final int DEEPEST = 64;

  private final StringBuilder out;

  private IndentedXml(int length) {
    out = new StringBuilder(length);
  }

  /**
   * The document, laid out. A broken one is never refused: if it has been cut off, what is there is
   * laid out; if its tags do not match, as those of an HTML page may not, it is given back as it
   * is.
   *
   * @param document any text
   */
  public static String of(CharSequence document) {
    String text = document.toString();
    List<Placed> pieces = place(MarkupPieces.of(text));
    if (pieces == null) {
      return text;
    }
    IndentedXml indented = new IndentedXml(2 * text.length());
    pieces.forEach(indented::print);
    return indented.out.toString();
  }

  private void print(Placed placed) {
    String source = placed.piece().source();
    if (!placed.element().isLaidOut()) {
      out.append(source);
      return;
    }
    if (placed.piece().kind() == MarkupPieces.Kind.BLANK) {
      return;
    }
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append("  ".repeat(Math.min(placed.depth(), DEEPEST))).append(source);
  }

  /** Where each piece belongs, or null when there is an end of what was not the last to start. */
  private static @Nullable List<Placed> place(List<Piece> pieces) {
    List<Placed> all = new ArrayList<>(pieces.size());
    Deque<Element> open = new ArrayDeque<>();
    Element document = new Element("");
    open.push(document);
    for (Piece piece : pieces) {
      Element within = open.element();
      switch (piece.kind()) {
        case START, EMPTY -> within.hasElements = true;
        case TEXT -> within.hasText = true;
        case END -> {
          if (within == document || !within.name.equals(piece.name())) {
            return null;
          }
          open.pop();
        }
        case BLANK, ASIDE -> {}
      }
      all.add(new Placed(piece, within, open.size() - 1));
      if (piece.kind() == MarkupPieces.Kind.START) {
        open.push(new Element(piece.name()));
      }
    }
    return all;
  }

  /** A piece, the element whose content or end it is, and how deep in others its line is. */
  private record Placed(Piece piece, Element element, int depth) {}

  /** What is known of an element, or of the whole document, once all of it has been seen. */
  private static final class Element {
    private final String name;
    private boolean hasElements;
    private boolean hasText;

    Element(String name) {
      this.name = name;
    }

    boolean isLaidOut() {
      return hasElements && !hasText;
    }
  }
}
