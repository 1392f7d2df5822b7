package dev.farcall.cli;

import dev.farcall.call.PrintableText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a server, as it may be shown on a terminal: with its lines and tabs, and everything else
 * escaped that a terminal would obey, or that would hide or reorder what is shown.
 */
final class TerminalText {

  private static final Pattern LINE_END = Pattern.compile("\r\n");
  private static final Pattern WITHIN_LINES = Pattern.compile("[^\n\t]+");

  private TerminalText() {}

  /** The text in lines that end with a newline alone. */
  static String of(String text) {
    return WITHIN_LINES
        .matcher(LINE_END.matcher(text).replaceAll("\n"))
        .replaceAll(part -> Matcher.quoteReplacement(line(part.group())));
  }

  /** The text in one line. */
  static String line(String text) {
    return line(text, Integer.MAX_VALUE);
  }

  /** The text in one line of at most so many characters. */
  static String line(String text, int limit) {
    return PrintableText.of(text, limit);
  }
}
