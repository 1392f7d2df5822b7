package dev.farcall.wire;

import dev.farcall.WireException;
import dev.farcall.model.Lexical;
import dev.farcall.model.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * The text of one scalar after the other, of any type but base64. What is too long to be one is
 * refused as soon as that is seen: ten million digits would be gathered for nothing.
 */
final class ScalarText implements TextPieces {

  private final ScalarGrammar grammar;
  private final TextBuffer text;
  private ScalarType type = ScalarType.STRING;
  private int leadingBlanks;
  private boolean mayBeTooLong;

  ScalarText(ScalarGrammar grammar, TextBuffer text) {
    this.grammar = grammar;
    this.text = text;
  }

  /** Begins with the next, of this type. */
  ScalarText next(ScalarType nextType) {
    text.clear();
    type = nextType;
    leadingBlanks = 0;
    mayBeTooLong = nextType != ScalarType.STRING;
    return this;
  }

  @Override
  public void append(char[] source, int start, int count) {
    text.append(source, start, count);
    if (mayBeTooLong && text.length() > Lexical.LONGEST_SCALAR && isTooLong(count)) {
      // A lenient grammar may not mind.
      mayBeTooLong = false;
      value();
    }
  }

  /** The value of what has come, which is refused if it has none. */
  @Nullable Object value() {
    try {
      return grammar.parse(type, text);
    } catch (WireException e) {
      throw new Misread(e.code(), e.problem());
    }
  }

  /** Whether something that is no blank is too far behind the first; no earlier piece had it. */
  private boolean isTooLong(int count) {
    int end = text.length();
    while (leadingBlanks < end && Lexical.isBlank(text.charAt(leadingBlanks))) {
      leadingBlanks++;
    }
    for (int i = Math.max(end - count, leadingBlanks + Lexical.LONGEST_SCALAR); i < end; i++) {
      if (!Lexical.isBlank(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
