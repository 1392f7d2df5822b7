package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.messageOf;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void longStreamIsReadWhenItIsWritten() throws IOException {
    byte[] bytes = new byte[100_000];
    bytes[99_999] = 7;
    InputStream stream = new ByteArrayInputStream(bytes);

    Binary value = (Binary) write(InputStream.class, stream);

    assertFalse(value.isRepeatable());
    assertTrue(stream.available() > 0);
    assertArrayEquals(bytes, value.toByteArray());
  }

  @Test
  void longStreamIsClosedWhenWhatIsBesideItCannotTravel() {
    List<String> closed = new ArrayList<>();
    InputStream stream =
        new ByteArrayInputStream(new byte[100_000]) {
          @Override
          public void close() {
            closed.add("closed");
          }
        };

    assertEquals(
        "[1]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        messageOf(() -> write(List.of(stream, Thread.currentThread()))));

    assertEquals(List.of("closed"), closed);
  }

  @Test
  void fileStandsForItsBytes(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("file"), BYTES);

    assertEquals(BINARY, write(Path.class, file));
    assertEquals(BINARY, write((Object) file));
    assertEquals(List.of(BINARY), write(List.of(file)));
    assertEquals(
        "there is no file that can be read at " + directory,
        messageOf(() -> write(Path.class, directory)));
  }

  @Test
  void fileIsNeverRead() {
    String refusal =
        "a Path is only written, as the bytes of its file; what is read is a Binary, an InputStream"
            + " or a byte[]";
    assertEquals(refusal, refusal(Path.class, BINARY));
    assertEquals(refusal, refusal(Path.class, "/etc/passwd"));
  }

  @Test
  void nothingElseIsBase64() {
    assertEquals("expected base64, got string \"AQID\"", refusal(byte[].class, "AQID"));
    assertEquals("expected base64, got array", refusal(Binary.class, List.of()));
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
