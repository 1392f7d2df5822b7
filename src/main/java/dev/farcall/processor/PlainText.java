package dev.farcall.processor;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of javadoc without its markup: paragraphs, lists and {@code pre} become white space. */
final class PlainText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.*?-->|</?(?<element>\\p{Alpha}\\w*)[^<>]*>|&(?<entity>#?\\w+);|(?<space>\\s+)|.",
          Pattern.DOTALL);

  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

  /** What separates two pieces of text; of two in a row the wider one counts. */
  private enum Gap {
    NONE(""),
    SPACE(" "),
    LINE("\n"),
    PARAGRAPH("\n\n");

    private final String text;

    Gap(String text) {
      this.text = text;
    }
  }

  private final StringBuilder out = new StringBuilder();
  private Gap gap = Gap.NONE;
  private String indent = "";
  private boolean preformatted;

  private PlainText() {}

  /** What a reader of that text sees. */
  static String of(String javadoc) {
    PlainText text = new PlainText();
    Matcher token = TOKEN.matcher(InlineTags.expand(javadoc));
    while (token.find()) {
      text.add(token);
    }
    return text.out.toString();
  }

  private void add(Matcher token) {
    if (token.group("element") != null) {
      element(token.group("element").toLowerCase(Locale.ROOT), token.group().startsWith("</"));
    } else if (token.group("entity") != null) {
      text(character(token.group("entity"), token.group()));
    } else if (token.group("space") != null) {
      space(token.group());
    } else if (!token.group().startsWith("<!--")) {
      text(token.group());
    }
  }

  private void element(String name, boolean closing) {
    switch (name) {
      case "pre" -> {
        preformatted = !closing;
        indent = "";
        widen(Gap.PARAGRAPH);
      }
      case "li" -> {
        widen(Gap.LINE);
        if (!closing) {
          text("-");
          widen(Gap.SPACE);
        }
      }
      case "br", "dt", "dd", "tr" -> widen(Gap.LINE);
      case "td", "th" -> widen(Gap.SPACE);
      case "p", "div", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4" ->
          widen(Gap.PARAGRAPH);
      default -> {
        // Such as <em>: it changes how the text looks, not where it stands.
      }
    }
  }

  private void space(String space) {
    int lineEnd = space.lastIndexOf('\n');
    if (!preformatted) {
      widen(Gap.SPACE);
    } else if (lineEnd < 0) {
      text(space);
    } else {
      widen(space.indexOf('\n') < lineEnd ? Gap.PARAGRAPH : Gap.LINE);
      indent = space.substring(lineEnd + 1);
    }
  }

  private void text(String text) {
    if (!out.isEmpty()) {
      out.append(gap.text).append(indent);
    }
    out.append(text);
    gap = Gap.NONE;
    indent = "";
  }

  private void widen(Gap other) {
    gap = other.compareTo(gap) > 0 ? other : gap;
  }

  private static String character(String entity, String otherwise) {
    if (!entity.startsWith("#")) {
      return ENTITIES.getOrDefault(entity, otherwise);
    }
    boolean hex = entity.startsWith("x", 1) || entity.startsWith("X", 1);
    try {
      return Character.toString(Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10));
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }
}
