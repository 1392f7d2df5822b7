package dev.farcall.cli;

import java.util.stream.Collectors;

/** Text of a server as javadoc that shows it, whatever it holds. */
final class JavadocText {

  /** More than anybody reads. */
  private static final int LONGEST = 20_000;

  private JavadocText() {}

  /** The text with its lines and paragraphs. It can neither end the comment nor mean anything. */
  static String of(String text) {
    String cut = text.substring(0, Math.min(text.length(), LONGEST));
    return TerminalText.of(cut)
        .strip()
        .replaceAll("[ \t]+\n", "\n")
        .chars()
        .mapToObj(c -> escaped((char) c))
        .collect(Collectors.joining())
        .replaceAll("\n\n+", "\n\n<p>")
        .replaceAll("(?<!\n)\n(?!\n)", "<br>\n");
  }

  // A backslash can begin a Unicode escape, which Java reads even in comments.
  private static String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '@' -> "&#64;";
      case '{' -> "&#123;";
      case '}' -> "&#125;";
      case '*' -> "&#42;";
      case '\\' -> "&#92;";
      default -> String.valueOf(c);
    };
  }
}
