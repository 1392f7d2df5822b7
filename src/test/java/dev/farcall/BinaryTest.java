package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinaryTest {

  @Test
  void aCopyDoesNotFollowTheArray() {
    byte[] bytes = {1, 2, 3};
    Binary binary = Binary.of(bytes);

    bytes[0] = 9;

    assertArrayEquals(new byte[] {1, 2, 3}, binary.toByteArray());
  }

  @Test
  void whatIsHandedOutIsACopy() {
    Binary binary = Binary.of(new byte[] {1, 2, 3});

    binary.toByteArray()[0] = 9;

    assertArrayEquals(new byte[] {1, 2, 3}, binary.toByteArray());
  }

  @Test
  void wrappedBytesAreNotCopied() {
    byte[] bytes = {1, 2, 3};
    Binary binary = Binary.wrap(bytes);

    bytes[0] = 9;

    assertArrayEquals(new byte[] {9, 2, 3}, binary.toByteArray());
  }

  @Test
  void everyStreamBeginsAtTheFirstByte() throws IOException {
    Binary binary = Binary.of(new byte[] {1, 2, 3});
    try (InputStream first = binary.openStream();
        InputStream second = binary.openStream()) {
      assertEquals(1, first.read());
      assertArrayEquals(new byte[] {1, 2, 3}, second.readAllBytes());
    }
  }

  @Test
  void equalBytesAreEqual() {
    Binary one = Binary.of(new byte[] {1, 2});
    Binary same = Binary.of(new byte[] {1, 2});

    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(one, Binary.of(new byte[] {2, 1}));
    assertNotEquals(one, Binary.of(new byte[0]));
    assertNotEquals(one, new Object());
    assertSame(one, one);
  }

  @Test
  void theTextTellsTheSizeAndNotTheContent() {
    assertEquals(3, Binary.of(new byte[3]).size());
    assertEquals("Binary[3 bytes]", Binary.of(new byte[] {65, 66, 67}).toString());
    assertEquals("Binary[0 bytes]", Binary.of(new byte[0]).toString());
  }

  @Test
  void fileEqualsTheSameBytesInMemory(@TempDir Path directory) throws IOException {
    byte[] bytes = new byte[20_000];
    Arrays.fill(bytes, (byte) -7);
    Binary file = Binary.of(Files.write(directory.resolve("file"), bytes));
    Binary memory = Binary.of(bytes);

    assertEquals(memory, file);
    assertEquals(file, memory);
    assertEquals(memory.hashCode(), file.hashCode());
    assertEquals(20_000, file.size());
    assertArrayEquals(bytes, file.toByteArray());
    assertEquals("Binary[20000 bytes]", file.toString());
    assertTrue(file.isRepeatable());
  }

  @Test
  void fileWithOtherBytesIsNotEqual(@TempDir Path directory) throws IOException {
    byte[] bytes = new byte[20_000];
    Binary file = Binary.of(Files.write(directory.resolve("file"), bytes));
    bytes[19_999] = 1;

    assertNotEquals(Binary.of(bytes), file);
    assertNotEquals(Binary.of(new byte[19_999]), file);
  }

  @Test
  void fileThatIsNotThereIsAnErrorWhenItIsRead(@TempDir Path directory) {
    Binary file = Binary.of(directory.resolve("nothing"));

    assertThrows(UncheckedIOException.class, file::size);
    assertThrows(UncheckedIOException.class, file::openStream);
    assertEquals("Binary[gone]", file.toString());
  }

  @Test
  void streamIsReadOnce() throws IOException {
    InputStream stream = new ByteArrayInputStream(new byte[] {1, 2, 3});
    Binary binary = Binary.of(stream);

    assertEquals(-1, binary.size());
    assertFalse(binary.isRepeatable());
    assertTrue(binary.isReadable());
    assertSame(stream, binary.openStream());
    assertFalse(binary.isReadable());
    assertEquals(
        "the stream was read or closed, and can be read only once",
        assertThrows(IllegalStateException.class, binary::openStream).getMessage());
  }

  @Test
  void streamEqualsItselfOnly() {
    Binary binary = Binary.of(InputStream.nullInputStream());

    assertEquals(binary, binary);
    assertNotEquals(Binary.of(new byte[0]), binary);
    assertNotEquals(Binary.of(InputStream.nullInputStream()), binary);
    assertEquals("Binary[a stream]", binary.toString());
  }

  @Test
  void closingAStreamClosesIt() {
    boolean[] closed = new boolean[1];
    Binary binary =
        Binary.of(
            new ByteArrayInputStream(new byte[1]) {
              @Override
              public void close() {
                closed[0] = true;
              }
            });

    binary.close();

    assertTrue(closed[0]);
    assertThrows(IllegalStateException.class, binary::openStream);
  }

  @Test
  void closingBytesInMemoryChangesNothing() {
    Binary binary = Binary.of(new byte[] {1});

    binary.close();

    assertArrayEquals(new byte[] {1}, binary.toByteArray());
  }
}
