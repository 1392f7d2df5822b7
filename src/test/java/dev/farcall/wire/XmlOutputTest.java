package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultCode;
import dev.farcall.wire.Dialect.IllegalCharacters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlOutputTest {

  private static final String MIXED = "aé€😀<b>&\r\n\t]]>\u007f\u0085";

  @ParameterizedTest
  @CsvSource({
    "a<b, a&lt;b",
    "a>b, a&gt;b",
    "]]>, ]]&gt;",
    "a&b, a&amp;b",
    "&lt;, &amp;lt;",
    "'a\rb', a&#13;b",
    "'a\r\nb', 'a&#13;\nb'",
    "'\t\n', '\t\n'",
    "'\"''', '\"'''",
    "'', ''",
    "é€😀, é€😀",
    "'\u007f\u0080\u0085', '\u007f\u0080\u0085'"
  })
  void whatWouldReadBackAsSomethingElseIsEscaped(String text, String written) {
    assertEquals(written, written(64, out -> out.text(text)));
  }

  @Test
  void everyBufferGivesTheSameBytes() {
    String text = (MIXED + "plain text ").repeat(20);
    String expected = written(100_000, out -> out.text(text));

    for (int size = 24; size < 120; size++) {
      assertEquals(expected, written(size, out -> out.text(text)), "buffer of " + size);
    }
  }

  @Test
  void aPairOfSurrogatesMayEndAtAnyPlaceOfTheBuffer() {
    for (int before = 0; before < 70; before++) {
      String text = "x".repeat(before) + "😀";
      assertEquals(text, written(32, out -> out.text(text)), "behind " + before);
    }
  }

  @Test
  void markupLargerThanTheBufferGoesThrough() {
    byte[] markup = XmlOutput.ascii("<value>".repeat(50));

    assertEquals(
        "a" + "<value>".repeat(50) + "b",
        written(
            24,
            out -> {
              out.text("a");
              out.markup(markup);
              out.text("b");
            }));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        9,
        10,
        -10,
        99,
        100,
        2147483647,
        -2147483648,
        999999999999999999L,
        1000000000000000000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
      })
  void aNumberIsWrittenAsJavaDoes(long number) {
    for (int before = 0; before < 24; before++) {
      String text = "x".repeat(before);
      assertEquals(
          text + number,
          written(
              24,
              out -> {
                out.text(text);
                out.number(number);
              }));
    }
  }

  @ParameterizedTest
  @CsvSource({"'\0', 0000, 0", "'ab\u001b', 001B, 2", "'a\ufffe', FFFE, 1", "'a\uffff', FFFF, 1"})
  void anIllegalCharacterIsRefused(String text, String code, int position) {
    Misread refusal = assertThrows(Misread.class, () -> written(64, out -> out.text(text)));

    assertEquals(FaultCode.INTERNAL_ERROR, refusal.code());
    assertEquals(
        "U+"
            + code
            + " at position "
            + position
            + " cannot be written as XML (setting illegal-characters)",
        refusal.problem());
  }

  @Test
  void halfOfAPairIsIllegalWhereverItStands() {
    for (String text :
        new String[] {"\ud83d", "\ude00", "a\ud83db", "\ud83d\ud83d", "\ude00\ud83d"}) {
      assertThrows(Misread.class, () -> written(64, out -> out.text(text)));
    }
  }

  @Test
  void illegalCharactersAreReplacedOrLeftOutWhereOneAsksForIt() {
    String text = "a\0b\ud83dc\ude00\uffffd";

    assertEquals(
        "a\ufffdb\ufffdc\ufffd\ufffdd",
        written(64, IllegalCharacters.REPLACE, out -> out.text(text)));
    assertEquals("abcd", written(64, IllegalCharacters.STRIP, out -> out.text(text)));
  }

  @ParameterizedTest
  @EnumSource
  void legalTextIsTheSameWithEveryRule(IllegalCharacters rule) {
    assertEquals(written(64, out -> out.text(MIXED)), written(64, rule, out -> out.text(MIXED)));
  }

  @Test
  void nothingIsWrittenBeforeTheBufferIsFull() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XmlOutput out = new XmlOutput(bytes, IllegalCharacters.REFUSE, new byte[64]);

    out.text("abc");
    assertEquals(0, bytes.size());
    out.flush();
    assertArrayEquals(new byte[] {'a', 'b', 'c'}, bytes.toByteArray());
  }

  @Test
  void whatTheStreamThrowsIsTheCause() {
    IOException broken = new IOException("broken pipe");
    OutputStream stream =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw broken;
          }
        };
    XmlOutput out = new XmlOutput(stream, IllegalCharacters.REFUSE, new byte[64]);
    out.text("abc");

    assertSame(broken, assertThrows(UncheckedIOException.class, out::flush).getCause());
  }

  private static String written(int buffer, Consumer<XmlOutput> writer) {
    return written(buffer, IllegalCharacters.REFUSE, writer);
  }

  private static String written(int buffer, IllegalCharacters rule, Consumer<XmlOutput> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XmlOutput out = new XmlOutput(bytes, rule, new byte[buffer]);
    writer.accept(out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
