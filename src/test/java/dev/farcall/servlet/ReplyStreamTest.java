package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.farcall.servlet.ReplyStream.Compression;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReplyStreamTest {

  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final ResponseSink sink = new ResponseSink();
  private int checks;

  @BeforeEach
  void respondIntoTheSink() throws IOException {
    when(response.getOutputStream()).thenReturn(sink);
  }

  private ReplyStream stream(Compression compression) {
    return new ReplyStream(response, sink, compression, 100, () -> checks++);
  }

  @Test
  void whatFitsGoesOutWholeWithItsLength() throws IOException {
    ReplyStream stream = stream(Compression.NONE);
    stream.write(new byte[99]);
    stream.write(1);
    assertEquals(0, sink.bytes().length);
    stream.finish();
    verify(response).setContentLength(100);
    assertEquals(100, sink.bytes().length);
    assertEquals(0, checks);
  }

  @Test
  void whatDoesNotFitIsCheckedOnceAndStreamed() throws IOException {
    ReplyStream stream = stream(Compression.NONE);
    stream.write(new byte[60]);
    stream.write(new byte[60]);
    assertEquals(120, sink.bytes().length);
    stream.write(new byte[60]);
    stream.finish();
    assertEquals(180, sink.bytes().length);
    assertEquals(1, checks);
    verify(response, never()).setContentLength(anyInt());
  }

  @Test
  void failedCheckLetsNothingOut() throws IOException {
    ReplyStream stream =
        new ReplyStream(
            response,
            sink,
            size -> true,
            10,
            () -> {
              throw new IllegalStateException("no");
            });
    assertThrows(IllegalStateException.class, () -> stream.write(new byte[11]));
    assertEquals(0, sink.bytes().length);
    verify(response, never()).setHeader("Content-Encoding", "gzip");
  }

  @Test
  void compressedReplyHasTheLengthOfTheCompressedBytes() throws IOException {
    ReplyStream stream = stream(size -> size >= 50);
    stream.write(new byte[50]);
    stream.finish();
    verify(response).setHeader("Content-Encoding", "gzip");
    verify(response).setContentLength(sink.bytes().length);
    assertArrayEquals(new byte[50], unzipped());
  }

  @Test
  void replyBelowTheThresholdIsNotCompressed() throws IOException {
    ReplyStream stream = stream(size -> size >= 50);
    stream.write(new byte[49]);
    stream.finish();
    verify(response, never()).setHeader("Content-Encoding", "gzip");
    assertEquals(49, sink.bytes().length);
  }

  @Test
  void streamedReplyIsCompressedToo() throws IOException {
    ReplyStream stream = stream(size -> size >= 50);
    stream.write(new byte[200_000]);
    stream.finish();
    verify(response).setHeader("Content-Encoding", "gzip");
    assertArrayEquals(new byte[200_000], unzipped());
  }

  @Test
  void streamedReplyThatIsGivenUpIsNotCompleted() throws IOException {
    ReplyStream stream = stream(size -> true);
    stream.write(new byte[200]);
    int before = sink.bytes().length;
    stream.close();
    assertEquals(before, sink.bytes().length);
    assertThrows(EOFException.class, this::unzipped);
    // The Deflater says so, now that it has been closed; with what depends on the JDK.
    assertThrows(RuntimeException.class, () -> stream.write(new byte[200]));
  }

  @Test
  void completeReplyStaysSoWhenTheStreamIsClosed() throws IOException {
    try (ReplyStream stream = stream(size -> true)) {
      stream.write(new byte[200]);
      stream.finish();
    }
    assertArrayEquals(new byte[200], unzipped());
  }

  private byte[] unzipped() throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(sink.bytes())).readAllBytes();
  }
}
