package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class WholeBodyTest {

  private static WholeBody body(int bytes, long announced) {
    return new WholeBody(new ByteArrayInputStream(new byte[bytes]), announced);
  }

  @Test
  void bodyAsLongAsAnnouncedPasses() throws IOException {
    assertArrayEquals(new byte[5], body(5, 5).readAllBytes());
  }

  @Test
  void bodyOfUnknownLengthPasses() throws IOException {
    assertArrayEquals(new byte[5], body(5, -1).readAllBytes());
  }

  @Test
  void bodyThatEndsEarlyFails() {
    EOFException e = assertThrows(EOFException.class, () -> body(5, 9).readAllBytes());
    assertEquals("the body ended 4 bytes before its Content-Length", e.getMessage());
  }

  @Test
  void singleAndSkippedBytesCount() throws IOException {
    WholeBody body = body(3, 4);
    assertEquals(0, body.read());
    assertEquals(2, body.skip(2));
    assertThrows(EOFException.class, body::read);
  }

  @Test
  void nothingMoreComesOfABodyThatBroke() throws IOException {
    InputStream broken = mock(InputStream.class);
    when(broken.read()).thenReturn(7).thenThrow(new IOException("Connection reset"));
    WholeBody body = new WholeBody(broken, 4);
    assertEquals(7, body.read());
    assertFalse(body.isOver());
    assertThrows(IOException.class, body::read);
    assertTrue(body.isOver());
  }
}
