package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

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
}
