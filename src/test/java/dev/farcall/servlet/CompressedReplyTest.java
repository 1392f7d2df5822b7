package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CompressedReplyTest {

  @SuppressWarnings("NullAway.Init")
  private static ServletFixture server;

  @BeforeAll
  static void start() throws Exception {
    server = ServletFixture.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Reply repeat(int times, String... headers) throws IOException {
    return server.call(
        document("test.repeat", "<string>abc</string>", "<int>" + times + "</int>"), headers);
  }

  private static Object unzipped(Reply reply) throws IOException {
    byte[] body = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
    return String.valueOf(value(body));
  }

  @Test
  void replyIsCompressedForCallersThatAcceptIt() throws IOException {
    Reply reply = repeat(1_000, "Accept-Encoding: gzip");
    assertEquals(List.of("gzip"), reply.header("Content-Encoding"));
    assertEquals(List.of("Accept-Encoding"), reply.header("Vary"));
    assertEquals(List.of(String.valueOf(reply.body().length)), reply.header("Content-Length"));
    assertTrue(reply.body().length < 500);
    assertEquals("abc".repeat(1_000), unzipped(reply));
  }

  @Test
  void replyBeyondTheBufferIsCompressed() throws IOException {
    Reply reply = repeat(100_000, "Accept-Encoding: gzip");
    assertEquals("abc".repeat(100_000), unzipped(reply));
  }

  @Test
  void smallReplyIsNotCompressed() throws IOException {
    assertEquals(List.of(), repeat(10, "Accept-Encoding: gzip").header("Content-Encoding"));
  }

  @Test
  void replyIsNotCompressedForOthers() throws IOException {
    assertEquals(List.of(), repeat(1_000).header("Content-Encoding"));
    assertEquals(List.of(), repeat(1_000, "Accept-Encoding: gzip;q=0").header("Content-Encoding"));
  }
}
