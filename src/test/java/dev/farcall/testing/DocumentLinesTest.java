package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as lines, and back. */
final class DocumentLinesTest {

  private static List<String> lines(String text) {
    return DocumentLines.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void callIsBrokenAtItsParts() {
    assertEquals(
        List.of(
            "| <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "+ <methodCall>",
            "+   <methodName>m</methodName>",
            "+   <params>",
            "+     <param><value><struct>",
            "+       <member><name>a</name><value><int>1</int></value></member>",
            "+       <member><name>b</name><value><array><data>",
            "+         <value>x</value>",
            "+         <value>y</value>",
            "+       </data></array></value></member>",
            "+     </struct></value></param>",
            "+   </params>",
            "+ </methodCall>"),
        lines(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodCall><methodName>m</methodName>"
                + "<params><param><value><struct><member><name>a</name><value><int>1</int></value>"
                + "</member><member><name>b</name><value><array><data><value>x</value>"
                + "<value>y</value></data></array></value></member></struct></value></param>"
                + "</params></methodCall>"));
  }

  @Test
  void breakOfTheDocumentIsNotOneOfOurs() {
    assertEquals(List.of("| a", "|", "|   b", "+ <param>"), lines("a\n\n  b<param>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "a\0", "\uFEFF<a/>", "\nfirst line is empty", "\u0085"})
  void whatIsNoPlainTextIsBase64(String text) {
    List<String> lines = lines(text);
    assertTrue(lines.get(0).startsWith("= "), lines::toString);
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), DocumentLines.bytes(lines));
  }

  @Test
  void nothingIsNoLine() {
    assertEquals(List.of(), DocumentLines.of(new byte[0]));
    assertEquals(0, DocumentLines.bytes(List.of()).length);
  }

  @Property
  void anyBytesComeBack(@ForAll byte[] bytes) {
    assertArrayEquals(bytes, DocumentLines.bytes(DocumentLines.of(bytes)));
  }

  @Property
  void anyTextComesBack(@ForAll List<Piece> pieces, @ForAll @CharRange(to = 'z') String text) {
    StringBuilder document = new StringBuilder();
    pieces.forEach(piece -> document.append(piece.text).append(text));
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(bytes, DocumentLines.bytes(DocumentLines.of(bytes)));
  }

  /** What breaks are near to. */
  enum Piece {
    BREAK("\n"),
    BLANKS("  "),
    PARAMS("<params>"),
    NO_PARAMS("</params>"),
    STRUCT_END("</struct>"),
    DATA("<data>"),
    VALUE("<value>"),
    VALUE_END("</value>"),
    BAR("| "),
    PLUS("+ ");

    private final String text;

    Piece(String text) {
      this.text = text;
    }
  }
}
