package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TranscodingStreamTest {

  private static final String TEXT = "<a>é ÿ € 😀 Ωx</a>";

  @ParameterizedTest
  @CsvSource({
    "US-ASCII, '<a>&#233; &#255; &#8364; &#128512; &#937;x</a>'",
    "ISO-8859-1, '<a>é ÿ &#8364; &#128512; &#937;x</a>'",
    "windows-1252, '<a>é ÿ € &#128512; &#937;x</a>'",
    "ISO-8859-7, '<a>&#233; &#255; € &#128512; Ωx</a>'",
    "UTF-16, '<a>é ÿ € 😀 Ωx</a>'",
    "UTF-16LE, '<a>é ÿ € 😀 Ωx</a>'",
    "UTF-8, '<a>é ÿ € 😀 Ωx</a>'"
  })
  void whatTheEncodingDoesNotHaveIsAReference(String charset, String expected) throws IOException {
    assertEquals(expected, transcoded(TEXT, Charset.forName(charset), 1_000));
  }

  @ParameterizedTest
  @CsvSource({"US-ASCII", "ISO-8859-1", "UTF-16", "UTF-16LE", "windows-1252"})
  void writesMayEndWithinACharacter(String name) throws IOException {
    Charset charset = Charset.forName(name);
    String whole = transcoded(TEXT, charset, 1_000);

    for (int size = 1; size < UTF_8.encode(TEXT).remaining(); size++) {
      assertEquals(whole, transcoded(TEXT, charset, size), "pieces of " + size);
    }
  }

  @Test
  void textsLargerThanItsBuffersGoThrough() throws IOException {
    for (int shift = 0; shift < 5; shift++) {
      String text = "x".repeat(shift) + "😀é".repeat(5_000);

      assertEquals(text, transcoded(text, UTF_16, 1 << 20));
      assertEquals(
          "x".repeat(shift) + "&#128512;&#233;".repeat(5_000), transcoded(text, US_ASCII, 1 << 20));
    }
  }

  @Test
  void thereIsOneByteOrderMarkAtMost() throws IOException {
    assertArrayEquals(
        new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a', 0, 'b'}, bytes("ab", UTF_16, 1));
    assertArrayEquals(new byte[] {'a', 0}, bytes("a", UTF_16LE, 1));
  }

  @Test
  void singleBytesAreTakenToo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TranscodingStream stream = new TranscodingStream(out, ISO_8859_1);
    for (byte b : "é€".getBytes(UTF_8)) {
      stream.write(b);
    }
    stream.finish();

    assertEquals("é&#8364;", out.toString(ISO_8859_1));
  }

  @Test
  void theOtherStreamStaysOpen() throws IOException {
    boolean[] closed = {false};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    TranscodingStream stream = new TranscodingStream(out, US_ASCII);
    stream.write('a');
    stream.finish();

    assertFalse(closed[0]);
  }

  private static String transcoded(String text, Charset charset, int piece) throws IOException {
    return new String(bytes(text, charset, piece), charset);
  }

  private static byte[] bytes(String text, Charset charset, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TranscodingStream stream = new TranscodingStream(out, charset);
    byte[] bytes = text.getBytes(UTF_8);
    for (int start = 0; start < bytes.length; start += piece) {
      stream.write(bytes, start, Math.min(piece, bytes.length - start));
    }
    stream.finish();
    return out.toByteArray();
  }
}
