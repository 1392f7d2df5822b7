package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextBufferTest {

  private final TextBuffer buffer = new TextBuffer();

  @ParameterizedTest
  @CsvSource({
    "0, 10",
    "1, 10",
    "255, 100",
    "257, 300",
    "65535, 65535",
    "65536, 65536",
    "65537, 65537",
    "65536, 1000",
    "65537, 4000",
    "131072, 131072",
    "131073, 65536",
    "300000, 4000",
    "300000, 300000",
  })
  void textIsThatOfItsPieces(int length, int piece) {
    char[] text = text(length);
    for (int start = 0; start < length; start += piece) {
      buffer.append(text, start, Math.min(piece, length - start));
    }
    String whole = new String(text);
    assertEquals(whole, buffer.toString());
    assertEquals(length, buffer.length());
    assertEquals(
        whole,
        IntStream.range(0, length)
            .collect(
                StringBuilder::new, (to, i) -> to.append(buffer.charAt(i)), StringBuilder::append)
            .toString());
    assertEquals(
        whole.substring(length / 3, length / 2),
        buffer.subSequence(length / 3, length / 2).toString());
    assertEquals(whole, buffer.toName(new NameCache()));
  }

  @ParameterizedTest
  @CsvSource({"10, 20", "100000, 20", "20, 100000"})
  void nothingOfTheTextBeforeIsLeft(int before, int length) {
    buffer.append(text(before), 0, before);
    buffer.clear();
    buffer.append(text(length), 0, length);
    assertEquals(new String(text(length)), buffer.toString());
  }

  /** Some of them need two bytes each. */
  private static char[] text(int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) ('a' + i % 1000);
    }
    return text;
  }
}
