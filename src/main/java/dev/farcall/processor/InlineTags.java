package dev.farcall.processor;

/**
 * The tags within the text of javadoc, such as {@code @link}, in braces: what they show, as HTML.
 */
final class InlineTags {

  private static final String OPENING = "{@";

  private InlineTags() {}

  /** Whether the text ends within a tag. */
  static boolean isOpen(CharSequence text) {
    String rest = text.toString();
    int at = rest.indexOf(OPENING);
    while (at >= 0) {
      int end = end(rest, at);
      if (end < 0) {
        return true;
      }
      at = rest.indexOf(OPENING, end);
    }
    return false;
  }

  /** The text with each tag replaced by what it shows. */
  static String expand(String text) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int at = text.indexOf(OPENING);
    while (at >= 0) {
      int end = end(text, at);
      if (end < 0) {
        break;
      }
      out.append(text, done, at).append(shown(text.substring(at + OPENING.length(), end - 1)));
      done = end;
      at = text.indexOf(OPENING, end);
    }
    return out.append(text, done, text.length()).toString();
  }

  /** Behind the brace that closes the one at an index, or -1 if none does. */
  private static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String shown(String tag) {
    String[] parts = tag.strip().split("(?=\\s)", 2);
    String content = parts.length == 1 ? "" : parts[1].substring(1);
    return switch (parts[0]) {
      case "code", "literal" -> escape(content);
      case "link", "linkplain", "value" -> reference(content.strip());
      case "return" -> "Returns " + expand(content) + ".";
      default -> expand(content);
    };
  }

  /** The label, or the name of what it refers to where there is none. */
  private static String reference(String content) {
    int end = endOfReference(content);
    String label = content.substring(end).strip();
    return label.isEmpty() ? memberName(content.substring(0, end)) : expand(label);
  }

  private static int endOfReference(String content) {
    int from = Math.max(content.indexOf(')', Math.max(content.indexOf('('), 0)), 0);
    for (int i = from; i < content.length(); i++) {
      if (Character.isWhitespace(content.charAt(i))) {
        return i;
      }
    }
    return content.length();
  }

  private static String memberName(String reference) {
    String name = reference.startsWith("#") ? reference.substring(1) : reference;
    return escape(name.replace('#', '.'));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
