package dev.farcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document that a server is tried with; {@code documents.txt} has them all.
 *
 * @param contentType of the request; empty for none, null for the usual one
 * @param encoding of the bytes
 * @param text with {@code @METHOD@} in place of the name of a method
 */
record CheckDocument(
    Group group, String name, @Nullable String contentType, Charset encoding, String text) {

  private static final Pattern SECTIONS = Pattern.compile("^(?=\\[)", Pattern.MULTILINE);
  private static final Pattern COMMENTS = Pattern.compile("^#.*\n", Pattern.MULTILINE);
  private static final Pattern SECTION =
      Pattern.compile(
          "\\[(?<group>\\w+)] (?<name>.+)\n"
              + "(?:Content-Type: ?(?<type>.*)\n)?"
              + "(?:Encoding: (?<encoding>.+)\n)?"
              + "(?<text>(?s:.*))");

  /** What a document is sent for. */
  enum Group {
    ODD("Well-formed oddities"),
    EXTENSION("Extensions"),
    HTTP("HTTP"),
    WRONG("What ought to be refused");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** All documents, in their order. */
  static List<CheckDocument> all() {
    try (InputStream in = CheckDocument.class.getResourceAsStream("documents.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SECTIONS
          .splitAsStream(COMMENTS.matcher(all).replaceAll(""))
          .filter(section -> section.startsWith("["))
          .map(CheckDocument::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("documents.txt cannot be read", e);
    }
  }

  /** The document as it is sent, for a call of this method. */
  byte[] bytes(String method) {
    return text.replace("@METHOD@", method).replace("@BOM@", "\ufeff").getBytes(encoding);
  }

  private static CheckDocument parse(String section) {
    Matcher parts = SECTION.matcher(section);
    if (!parts.matches()) {
      throw new IllegalStateException("documents.txt has no document in " + section);
    }
    String encoding = parts.group("encoding");
    String text = parts.group("text").stripTrailing();
    return new CheckDocument(
        Group.valueOf(parts.group("group").toUpperCase(Locale.ROOT)),
        parts.group("name"),
        parts.group("type"),
        encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding),
        text.startsWith("<value") ? call(text) : text);
  }

  private static String call(String value) {
    return "<?xml version=\"1.0\"?>\n"
        + "<methodCall><methodName>@METHOD@</methodName><params><param><value><struct>"
        + "<member><name>x</name>"
        + value
        + "</member></struct></value></param></params></methodCall>";
  }
}
