package dev.farcall.call;

/** Makes text of unknown origin safe to stand in a log line or a fault. */
public final class PrintableText {
  private PrintableText() {}

  /**
   * The text with everything escaped that could end a line, hide or reorder what is shown.
   *
   * @param limit how many characters the result may have; what is beyond is replaced by dots
   */
  public static String of(String text, int limit) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), limit));
    for (int i = 0; i < text.length(); i++) {
      String shown = shown(text.charAt(i), text, i);
      if (out.length() + shown.length() > limit) {
        return cut(out, limit);
      }
      out.append(shown);
    }
    return out.toString();
  }

  private static String cut(StringBuilder out, int limit) {
    out.setLength(Math.min(out.length(), limit - 3));
    if (!out.isEmpty() && Character.isHighSurrogate(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
    return out.append("...").toString();
  }

  private static String shown(char c, String text, int at) {
    return isUnsafe(c) || isLoneSurrogate(text, at)
        ? String.format("\\u%04x", (int) c)
        : String.valueOf(c);
  }

  private static boolean isUnsafe(char c) {
    return switch (Character.getType(c)) {
      // C0, DEL and C1; bidirectional and zero-width controls; U+2028; U+2029.
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
