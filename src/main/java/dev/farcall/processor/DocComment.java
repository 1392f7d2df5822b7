package dev.farcall.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A javadoc comment.
 *
 * @param body what stands before the first tag
 * @param tags the tags behind it, in their order
 */
record DocComment(String body, List<Tag> tags) {

  /** One {@code @name content}. */
  private record Tag(String name, String content) {}

  private static final Pattern TAG = Pattern.compile("\\s*@(\\p{Alpha}\\S*)\\s*(.*)");
  private static final Pattern PARAMETER = Pattern.compile("(?s)(\\w+)\\s+(.+)");

  /** The parts of a comment, as the compiler gives it: without its stars. */
  static DocComment parse(String comment) {
    Parser parser = new Parser();
    comment.lines().forEach(parser::line);
    parser.end();
    return new DocComment(parser.body, parser.tags);
  }

  /** The body, then a line for each parameter and for the result. Empty if there is nothing. */
  String plainText() {
    String lines = tags.stream().flatMap(DocComment::line).collect(Collectors.joining("\n"));
    return Stream.of(PlainText.of(body), lines)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> line(Tag tag) {
    return switch (tag.name()) {
      case "param" -> parameter(tag.content());
      case "return" -> Stream.of("Returns " + PlainText.of(tag.content()));
      default -> Stream.of();
    };
  }

  /** None for a type parameter, which no caller sees. */
  private static Stream<String> parameter(String content) {
    Matcher parts = PARAMETER.matcher(content);
    return parts.matches()
        ? Stream.of(parts.group(1) + ": " + PlainText.of(parts.group(2)))
        : Stream.of();
  }

  /** Takes a comment apart, line by line. */
  private static final class Parser {
    private final List<Tag> tags = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private String name = "";
    private String body = "";

    void line(String line) {
      Matcher tag = TAG.matcher(line);
      if (tag.matches() && !InlineTags.isOpen(content)) {
        end();
        name = tag.group(1);
        content.append(tag.group(2)).append('\n');
      } else {
        // The compiler leaves the space that stands between the star and the text.
        content.append(line.startsWith(" ") ? line.substring(1) : line).append('\n');
      }
    }

    void end() {
      String text = content.toString().strip();
      content.setLength(0);
      if (name.isEmpty()) {
        body = text;
      } else if (!text.isEmpty()) {
        tags.add(new Tag(name, text));
      }
    }
  }
}
