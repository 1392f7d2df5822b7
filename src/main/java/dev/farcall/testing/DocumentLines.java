package dev.farcall.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as lines that people can read and compare, and that are exactly those bytes: a line break
 * that was put in is marked as one, and so never becomes part of a string.
 */
final class DocumentLines {

  /** A line of the document. */
  private static final String LINE = "| ";

  /** One that is empty, so that no line of the file ends with a blank for that. */
  private static final String EMPTY = "|";

  /** More of the same line, indented up to its first character, which is an angle bracket. */
  private static final String MORE = "+ ";

  /** Base64, for what is not text. */
  private static final String BINARY = "= ";

  private static final Pattern BREAKS =
      Pattern.compile(
          "(?=<(?:methodCall|methodResponse|methodName|params|param|fault|member)\\b)"
              + "|(?=</(?:methodCall|methodResponse|params|fault|struct|data)>)"
              + "|(?<=<data>|</value>)(?=<value\\b)");
  private static final Pattern OPENING =
      Pattern.compile("<(?:methodCall|methodResponse|params|fault|struct|data)\\b[^>]*(?<!/)>");
  private static final Pattern CLOSING =
      Pattern.compile("</(?:methodCall|methodResponse|params|fault|struct|data)>");
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\n'});

  private DocumentLines() {}

  /** The lines for these bytes; none for none. */
  static List<String> of(byte[] bytes) {
    if (bytes.length == 0) {
      return List.of();
    }
    String text = text(bytes);
    return text == null ? binary(bytes) : text(text);
  }

  /** Whether a line is one of a document. */
  static boolean isOne(String line) {
    return line.equals(EMPTY)
        || line.startsWith(LINE)
        || line.startsWith(MORE)
        || line.startsWith(BINARY);
  }

  /**
   * The bytes for these lines.
   *
   * @throws IllegalArgumentException if a line of base64 is none
   */
  static byte[] bytes(List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line : lines) {
      if (line.startsWith(EMPTY) && bytes.size() > 0) {
        bytes.write('\n');
      }
      bytes.writeBytes(content(line));
    }
    return bytes.toByteArray();
  }

  private static byte[] content(String line) {
    String content = line.equals(EMPTY) ? "" : line.substring(2);
    if (line.startsWith(BINARY)) {
      return Base64.getDecoder().decode(content);
    }
    return (line.startsWith(MORE) ? content.stripLeading() : content)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The text that can stand in a file of text and come back as it was, or null. */
  private static @Nullable String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean safe = text.chars().allMatch(c -> c == '\n' || c == '\t' || !isControl(c));
      // A first line that is empty could not be told from none.
      return safe && !text.startsWith("\n") ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) || c == '\uFEFF';
  }

  private static List<String> binary(byte[] bytes) {
    return BASE64.encodeToString(bytes).lines().map(BINARY::concat).toList();
  }

  private static List<String> text(String text) {
    List<String> lines = new ArrayList<>();
    int depth = 0;
    for (String line : text.split("\n", -1)) {
      String start = LINE;
      for (String piece : BREAKS.split(line, -1)) {
        int indent = Math.max(piece.startsWith("</") ? depth - 1 : depth, 0);
        lines.add(start.equals(LINE) ? line(piece) : MORE + "  ".repeat(indent) + piece);
        depth += count(OPENING, piece) - count(CLOSING, piece);
        start = MORE;
      }
    }
    return lines;
  }

  private static String line(String piece) {
    return piece.isEmpty() ? EMPTY : LINE + piece;
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
