package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.messageOf;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class BinaryAdaptersTest {
  private static final byte[] BYTES = {1, 2, 3};
  private static final Binary BINARY = Binary.of(BYTES);

  private static final class Closing extends ByteArrayInputStream {
    boolean closed;

    Closing() {
      super(BYTES);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @SuppressWarnings("InputStreamSlowMultibyteRead") // It gives not even one.
  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }
  }

  @Test
  void binaryTravelsAsItIs() {
    assertSame(BINARY, read(Binary.class, BINARY));
    assertSame(BINARY, write(Binary.class, BINARY));
    assertSame(BINARY, write(BINARY));
  }

  @Test
  void arrayOfBytesIsBase64() {
    assertArrayEquals(BYTES, (byte[]) read(byte[].class, BINARY));
    assertEquals(BINARY, write(byte[].class, BYTES));
    assertEquals(BINARY, write((Object) BYTES));
  }

  @Test
  void writtenBytesAreACopy() {
    byte[] bytes = BYTES.clone();
    Object value = write(byte[].class, bytes);
    bytes[0] = 9;
    assertEquals(BINARY, value);
  }

  @Test
  void streamRunsOverTheBytes() throws IOException {
    InputStream stream = (InputStream) read(InputStream.class, BINARY);
    assertArrayEquals(BYTES, stream.readAllBytes());
  }

  @Test
  void writtenStreamIsReadAndClosed() {
    Closing stream = new Closing();
    assertEquals(BINARY, write(InputStream.class, stream));
    assertTrue(stream.closed);
  }

  @Test
  void anyStreamIsWritten() {
    assertEquals(BINARY, write(new Closing()));
  }

  @Test
  void streamThatFailsIsAnErrorWithItsCause() {
    assertEquals("the stream could not be read", messageOf(() -> write(new Broken())));
  }

  @Test
  void nothingElseIsBase64() {
    assertEquals("expected base64, got string \"AQID\"", refusal(byte[].class, "AQID"));
    assertEquals("expected base64, got array", refusal(Binary.class, java.util.List.of()));
    assertEquals("expected string, got base64 of 3 bytes", refusal(String.class, BINARY));
  }

  @Test
  void nilIsNull() {
    assertNull(read(byte[].class, null));
  }

  @Test
  void allAreDescribedAsBase64() {
    assertEquals(TypeDescription.of(ValueType.BASE64), Trip.describe(byte[].class));
    assertEquals(TypeDescription.of(ValueType.BASE64), Trip.describe(InputStream.class));
  }
}
