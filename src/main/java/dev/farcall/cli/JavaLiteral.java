package dev.farcall.cli;

import com.palantir.javapoet.CodeBlock;

/** A text of a server as a literal of Java, in which every character can be seen. */
final class JavaLiteral {

  private JavaLiteral() {}

  /** The literal with its quotes. */
  static CodeBlock of(String text) {
    // Line ends first: as Unicode escapes they would end the literal.
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return CodeBlock.of("$L", "\"" + TerminalText.line(escaped) + "\"");
  }
}
