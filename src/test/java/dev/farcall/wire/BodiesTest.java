package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodiesTest {

  private static final byte[] TEXT =
      "<methodCall>and so on</methodCall>".repeat(100).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GZIP = gzip(TEXT);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZip", " gzip ", "deflate", "Deflate", "identity", ""})
  @NullSource
  void codingsThatPeersSendAreSupported(@Nullable String coding) {
    assertTrue(Bodies.isSupported(coding));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "compress", "zstd", "gzip, gzip", "gzip,deflate", "x-deflate", "*"})
  void othersAreNot(String coding) {
    assertFalse(Bodies.isSupported(coding));
    assertEquals(
        "not a supported coding: " + coding,
        assertThrows(IllegalArgumentException.class, () -> Bodies.decoded(coding, in(TEXT)))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", ""})
  @NullSource
  void noCodingChangesNothing(@Nullable String coding) throws IOException {
    InputStream in = in(TEXT);

    assertSame(in, Bodies.decoded(coding, in));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip"})
  void gzipIsDecompressed(String coding) throws IOException {
    assertArrayEquals(TEXT, decoded(coding, GZIP));
  }

  @Test
  void deflateIsDecompressedWithAndWithoutAHeader() throws IOException {
    assertArrayEquals(TEXT, decoded("deflate", deflated(TEXT, false)));
    assertArrayEquals(TEXT, decoded("deflate", deflated(TEXT, true)));
  }

  @Test
  void anEmptyBodyMayBeCompressed() throws IOException {
    assertArrayEquals(new byte[0], decoded("gzip", gzip(new byte[0])));
    assertArrayEquals(new byte[0], decoded("deflate", deflated(new byte[0], false)));
    assertArrayEquals(new byte[0], decoded("deflate", deflated(new byte[0], true)));
  }

  @Test
  void everyFieldOfTheGzipHeaderIsSkipped() throws IOException {
    for (int flags = 0; flags < 32; flags++) {
      assertArrayEquals(TEXT, decoded("gzip", withHeader(flags)), "flags " + flags);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x40, 0x80})
  void flagsNobodyKnowsAreRefused(int flags) {
    assertEquals("the gzip header has unknown flags", corrupt("gzip", withHeader(flags)));
  }

  @ParameterizedTest
  @CsvSource({"0, 60", "1, 0", "2, 7"})
  void anotherBeginningIsNotGzip(int position, byte value) {
    assertEquals("the body is not gzip", corrupt("gzip", changed(GZIP, position, value)));
  }

  @Test
  void aBodyCutShortAnywhereIsRefused() {
    for (byte[] whole :
        new byte[][] {GZIP, withHeader(31), deflated(TEXT, false), deflated(TEXT, true)}) {
      String coding = whole[0] == 0x1F ? "gzip" : "deflate";
      for (int length = 0; length < whole.length; length++) {
        assertEquals(
            "the compressed body ends too early",
            corrupt(coding, Arrays.copyOf(whole, length)),
            coding + " of " + length);
      }
    }
  }

  @Test
  void aWrongChecksumOrSizeIsRefused() {
    for (int back = 1; back <= 8; back++) {
      int position = GZIP.length - back;
      assertEquals(
          "the body was damaged: its checksum is wrong",
          corrupt("gzip", changed(GZIP, position, (byte) (GZIP[position] + 1))));
    }
    byte[] zlib = deflated(TEXT, false);
    assertEquals(
        "the body does not decompress",
        corrupt("deflate", changed(zlib, zlib.length - 1, (byte) (zlib[zlib.length - 1] + 1))));
  }

  @Test
  void whatIsDamagedIsRefused() {
    assertEquals("the body does not decompress", corrupt("gzip", changed(GZIP, 10, (byte) 0xFF)));
    assertEquals("the body does not decompress", corrupt("deflate", TEXT));
  }

  @Test
  void aDictionaryIsRefused() {
    Deflater deflater = new Deflater();
    deflater.setDictionary(new byte[] {1, 2, 3});

    assertEquals(
        "the body is compressed with a dictionary", corrupt("deflate", deflated(TEXT, deflater)));
  }

  @Test
  void nothingMayFollow() {
    String problem = "something follows the compressed body";

    assertEquals(problem, corrupt("gzip", joined(GZIP, new byte[] {0})));
    assertEquals(problem, corrupt("gzip", joined(GZIP, GZIP)));
    assertEquals(problem, corrupt("deflate", joined(deflated(TEXT, false), new byte[] {'x'})));
    assertEquals(problem, corrupt("deflate", joined(deflated(TEXT, true), new byte[] {'x'})));
    assertEquals(problem, corrupt("gzip", joined(gzip(new byte[9_000]), new byte[10_000])));
  }

  @Test
  void whatIsCompressedTwiceIsDecompressedOnce() throws IOException {
    assertArrayEquals(GZIP, decoded("gzip", gzip(GZIP)));
  }

  @Test
  void bytesMayComeOneByOne() throws IOException {
    for (byte[] whole :
        new byte[][] {GZIP, withHeader(31), deflated(TEXT, false), deflated(TEXT, true)}) {
      String coding = whole[0] == 0x1F ? "gzip" : "deflate";
      assertArrayEquals(TEXT, Bodies.decoded(coding, new Dripping(in(whole))).readAllBytes());
    }
  }

  @Test
  void bytesMayBeTakenOneByOne() throws IOException {
    try (InputStream in = Bodies.decoded("gzip", in(GZIP))) {
      for (byte expected : TEXT) {
        assertEquals(expected, in.read());
      }
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void highBytesAreNotNegative() throws IOException {
    try (InputStream in = Bodies.decoded("gzip", in(gzip(new byte[] {(byte) 0xFF})))) {
      assertEquals(255, in.read());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void bytesMayBeSkipped() throws IOException {
    try (InputStream in = Bodies.decoded("gzip", in(GZIP))) {
      in.skipNBytes(TEXT.length - 1);
      assertEquals('>', in.read());
      assertEquals(0, in.skip(5));
      assertEquals(-1, in.read());
    }
  }

  @Test
  void closingClosesTheOtherStream() throws IOException {
    boolean[] closed = {false};
    InputStream in =
        new FilterInputStream(in(GZIP)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    Bodies.decoded("gzip", in).close();

    assertTrue(closed[0]);
  }

  @Test
  void whatTheOtherStreamThrowsPassesThrough() {
    IOException broken = new IOException("reset");

    assertSame(
        broken,
        assertThrows(
            IOException.class,
            () -> Bodies.decoded("gzip", new Breaking(in(GZIP), 20, broken)).readAllBytes()));
  }

  @Test
  void exactlyTheLimitPasses() throws IOException {
    assertArrayEquals(TEXT, capped(TEXT.length).readAllBytes());
  }

  @Test
  void oneByteMoreDoesNot() {
    assertEquals(
        "the body has more than the 3399 bytes that max-request-bytes allows",
        assertThrows(BodyTooLargeException.class, () -> capped(TEXT.length - 1).readAllBytes())
            .getMessage());
  }

  @Test
  void bytesTakenOneByOneCount() throws IOException {
    try (InputStream in = capped(2)) {
      in.read();
      in.read();
      assertThrows(BodyTooLargeException.class, in::read);
    }
  }

  @Test
  void skippedBytesCount() throws IOException {
    try (InputStream in = capped(10)) {
      assertEquals(10, in.skip(10));
      assertThrows(BodyTooLargeException.class, () -> in.skip(1));
    }
  }

  @Test
  void nobodyGoesBackBehindTheCount() throws IOException {
    try (InputStream in = capped(10)) {
      assertFalse(in.markSupported());
    }
  }

  @Test
  void aBombStopsAtTheLimit() throws IOException {
    byte[] bomb = gzip(new byte[20 << 20]);
    CountedStream counted = new CountedStream(Bodies.decoded("gzip", in(bomb)));

    assertThrows(
        BodyTooLargeException.class,
        () -> Bodies.capped(counted, 1 << 20, "max-document-bytes").readAllBytes());
    assertTrue(counted.count() <= (1 << 20) + (1 << 14), () -> counted.count() + " came out");
  }

  private static InputStream capped(int limit) {
    return Bodies.capped(in(TEXT), limit, "max-request-bytes");
  }

  private static byte[] decoded(String coding, byte[] bytes) throws IOException {
    try (InputStream in = Bodies.decoded(coding, in(bytes))) {
      return in.readAllBytes();
    }
  }

  private static String corrupt(String coding, byte[] bytes) {
    return String.valueOf(
        assertThrows(CorruptBodyException.class, () -> decoded(coding, bytes)).getMessage());
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] bytes, boolean raw) {
    return deflated(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, raw));
  }

  private static byte[] deflated(byte[] bytes, Deflater deflater) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    deflater.end();
    return out.toByteArray();
  }

  /** The text as gzip, with the optional fields of the header these flags announce. */
  private static byte[] withHeader(int flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
    if ((flags & 4) != 0) {
      out.writeBytes(new byte[] {0x2C, 1});
      out.writeBytes(new byte[300]);
    }
    if ((flags & 8) != 0) {
      out.writeBytes(new byte[] {'a', '.', 'x', 0});
    }
    if ((flags & 16) != 0) {
      out.writeBytes(new byte[] {'h', 'i', 0});
    }
    if ((flags & 2) != 0) {
      out.writeBytes(new byte[] {1, 2});
    }
    out.write(GZIP, 10, GZIP.length - 10);
    return out.toByteArray();
  }

  private static byte[] changed(byte[] bytes, int position, byte value) {
    byte[] changed = bytes.clone();
    changed[position] = value;
    return changed;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** Hands out one byte at a time. */
  private static final class Dripping extends FilterInputStream {
    Dripping(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(length, 1));
    }
  }

  /** Breaks behind some bytes. */
  private static final class Breaking extends FilterInputStream {
    private final IOException broken;
    private int left;

    Breaking(InputStream in, int left, IOException broken) {
      super(in);
      this.left = left;
      this.broken = broken;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        throw broken;
      }
      int read = super.read(target, offset, Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
