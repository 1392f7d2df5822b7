package dev.farcall.cli;

import dev.farcall.client.MethodDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documentation of methods in Markdown, which shows the texts of the server and obeys none. */
final class MethodsPage {

  private MethodsPage() {}

  /** The page. */
  static String of(String server, List<MethodDescription> methods) {
    return methods.stream()
        .map(MethodsPage::section)
        .collect(Collectors.joining("\n", "# Methods of " + escaped(server) + "\n\n", ""));
  }

  private static String section(MethodDescription method) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("## " + escaped(TerminalText.line(method.name())));
    paragraphs.add(code(method));
    help(method).forEach(paragraphs::add);
    if (method.idempotent()) {
      paragraphs.add("Calling it twice does no more than calling it once.");
    }
    SignatureText.roles(method).map(MethodsPage::escaped).ifPresent(paragraphs::add);
    return String.join("\n\n", paragraphs) + "\n";
  }

  // A block that is indented has no end that a text could write.
  private static String code(MethodDescription method) {
    return Stream.concat(
            Stream.of(SignatureText.lines(method)), SignatureText.structs(method).stream())
        .map(lines -> lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> help(MethodDescription method) {
    String text = TerminalText.of(method.help()).strip();
    if (text.isEmpty() || text.equals(String.join("\n", SignatureText.lines(method)))) {
      return Stream.empty();
    }
    return Stream.of(
        text.lines()
            .map(line -> escaped(line.strip()))
            .collect(Collectors.joining("\n"))
            .replaceAll("(?<=[^\n])\n(?=[^\n])", "  \n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*_\\[\\]<>#|&~!]", "\\\\$0")
        .replaceAll("^([0-9]+)([.)])", "$1\\\\$2")
        .replaceAll("^[-+=]", "\\\\$0");
  }
}
