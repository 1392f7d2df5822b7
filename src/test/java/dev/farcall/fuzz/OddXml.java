package dev.farcall.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes XML as nobody would, and as everybody may: comments, processing instructions, CDATA,
 * references and blanks wherever they mean nothing. For one document.
 */
final class OddXml {

  private static final List<String> BLANKS = List.of("", "", " ", "\n", "\r\n", "\t ");
  private static final List<String> NOTHING =
      List.of("<!---->", "<!-- <value>&lt; -->", "<?pi?>", "<?pi <a>&b; ?>");

  private final Random random;
  private final Charset charset;
  private final StringBuilder out = new StringBuilder();

  OddXml(Random random, Charset charset) {
    this.random = random;
    this.charset = charset;
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Any of them starts a document in this encoding. */
  void declaration() {
    boolean needed = !charset.name().startsWith("UTF-");
    if (needed || chance(2)) {
      String quote = oneOf(List.of("'", "\""));
      out.append("<?xml").append(gap()).append("version").append(equal());
      out.append(quote).append("1.0").append(quote);
      if (needed || chance(2)) {
        out.append(gap()).append("encoding").append(equal());
        out.append(quote).append(encoding()).append(quote);
      }
      if (chance(4)) {
        out.append(gap()).append("standalone").append(equal()).append("'yes'");
      }
      out.append(oneOf(BLANKS)).append("?>");
    }
  }

  private String encoding() {
    String name = charset.name().startsWith("UTF-16") ? "UTF-16" : charset.name();
    return chance(2) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private String gap() {
    return oneOf(List.of(" ", "\n", "\t", "  "));
  }

  private String equal() {
    return oneOf(BLANKS) + "=" + oneOf(BLANKS);
  }

  /** The start tag, with these declarations of namespaces. */
  void start(String name, String declarations) {
    out.append('<').append(name);
    if (!declarations.isEmpty()) {
      out.append(gap()).append(declarations);
    }
    out.append(oneOf(BLANKS)).append('>');
  }

  void start(String name) {
    start(name, "");
  }

  void end(String name) {
    out.append("</").append(name).append(oneOf(BLANKS)).append('>');
  }

  /** An element with nothing inside. */
  void empty(String name) {
    if (chance(2)) {
      out.append('<').append(name).append(oneOf(BLANKS)).append("/>");
    } else {
      start(name);
      end(name);
    }
  }

  /** What means nothing between two tags. */
  void between() {
    while (chance(3)) {
      out.append(chance(3) ? oneOf(NOTHING) : oneOf(BLANKS));
    }
  }

  /** A text, in pieces. */
  void text(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = text.offsetByCodePoints(at, 1);
      while (end < text.length() && !chance(4)) {
        end = text.offsetByCodePoints(end, 1);
      }
      piece(text.substring(at, end));
      at = end;
      if (chance(6)) {
        out.append(oneOf(NOTHING));
      }
    }
  }

  private void piece(String piece) {
    boolean literal = charset.newEncoder().canEncode(piece) && piece.indexOf('\r') < 0;
    if (literal && !piece.contains("]]>") && chance(4)) {
      out.append("<![CDATA[").append(piece).append("]]>");
    } else if (literal && !chance(5)) {
      // A bracket at the end of the piece before may make a "]]>" of a ">" here.
      out.append(piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    } else {
      piece.codePoints().forEach(this::reference);
    }
  }

  private void reference(int codePoint) {
    String number = chance(2) ? String.valueOf(codePoint) : "x" + Integer.toHexString(codePoint);
    out.append("&#").append(chance(4) ? number.replaceFirst("^(x?)", "$100") : number).append(';');
  }

  byte[] bytes() {
    boolean wide = charset.name().startsWith("UTF-16");
    boolean mark = wide || (charset.equals(StandardCharsets.UTF_8) && chance(3));
    return ((mark ? "\uFEFF" : "") + out).getBytes(charset);
  }
}
