package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.gzip;
import static dev.farcall.servlet.ServletFixture.head;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends; after each, an ordinary call is answered. */
final class HttpAttackTest {

  private static final byte[] ECHO = document("test.echo", "<string>x</string>");

  @SuppressWarnings("NullAway.Init")
  private ServletFixture server;

  @BeforeEach
  void start() throws Exception {
    server =
        ServletFixture.start(
            "max-request-bytes", "20000", "max-document-bytes", "40000", "max-depth", "5");
  }

  @AfterEach
  void anOrdinaryCallIsAnswered() throws IOException {
    int before = server.calls();
    assertTrue(server.answers());
    assertEquals(before + 1, server.calls());
    server.close();
  }

  private void assertNotCalled() {
    assertEquals(0, server.calls());
  }

  private static byte[] padded(int length) {
    byte[] padded = Arrays.copyOf(ECHO, length);
    Arrays.fill(padded, ECHO.length, length, (byte) ' ');
    return padded;
  }

  @Test
  void bodyOfExactlyTheLimitIsAnswered() throws IOException {
    assertEquals("x", value(server.call(padded(20_000)).body()));
  }

  @Test
  void bodyThatAnnouncesTooMuchIsRefusedBeforeItIsSent() throws IOException {
    try (RawConnection connection = server.connect()) {
      Reply reply = connection.send(head(20_001)).receive();
      assertEquals(413, reply.status());
      assertEquals(List.of("close"), reply.header("Connection"));
      assertEquals(-32002, fault(reply.body()).code());
      assertEquals(
          "the body has more than the 20000 bytes that max-request-bytes allows",
          fault(reply.body()).faultString());
      assertTrue(connection.isAtEnd());
    }
    assertNotCalled();
  }

  @Test
  void chunksBeyondTheLimitAreRefused() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(
          head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked") + "4e21\n");
      Reply reply = connection.send(padded(20_001)).receive();
      assertEquals(413, reply.status());
      assertEquals(List.of("close"), reply.header("Connection"));
    }
    assertNotCalled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
  void compressedBodyOfExactlyTheLimitIsAnswered(String coding) throws IOException {
    Reply reply = server.call(gzip(padded(40_000)), "Content-Encoding: " + coding);
    assertEquals("x", value(reply.body()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deflatedBodyIsAnsweredWithAndWithoutItsWrapper(boolean raw) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(6, raw);
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
      out.write(ECHO);
    } finally {
      deflater.end();
    }
    Reply reply = server.call(deflated.toByteArray(), "Content-Encoding: deflate");
    assertEquals("x", value(reply.body()));
  }

  @Test
  void bodyThatInflatesBeyondTheLimitIsRefused() throws IOException {
    Reply reply = server.call(gzip(padded(40_001)), "Content-Encoding: gzip");
    assertEquals(413, reply.status());
    assertEquals(
        "the body has more than the 40000 bytes that max-document-bytes allows",
        fault(reply.body()).faultString());
    assertNotCalled();
  }

  @Test
  void bombIsRefused() throws IOException {
    Reply reply = server.call(gzip(new byte[10_000_000]), "Content-Encoding: gzip");
    // Its first bytes are no XML, and nobody looks further.
    assertEquals(-32700, fault(reply.body()).code());
    assertNotCalled();
  }

  @Test
  void bodyZippedTwiceIsNotXml() throws IOException {
    Reply reply = server.call(gzip(gzip(ECHO)), "Content-Encoding: gzip");
    assertEquals(200, reply.status());
    assertTrue(List.of(-32700, -32701, -32702).contains(fault(reply.body()).code()));
    assertNotCalled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip", "zstd"})
  void unknownCodingIsRefused(String coding) throws IOException {
    Reply reply = server.call(ECHO, "Content-Encoding: " + coding);
    assertEquals(415, reply.status());
    assertEquals(List.of("gzip, deflate"), reply.header("Accept-Encoding"));
    assertNotCalled();
  }

  @Test
  void damagedBodiesAreBadRequests() throws IOException {
    byte[] zipped = gzip(ECHO);
    byte[] wrongSum = zipped.clone();
    wrongSum[zipped.length - 8] ^= 1;
    byte[] trailing = Arrays.copyOf(zipped, zipped.length + 5);
    byte[] twice = Arrays.copyOf(zipped, zipped.length * 2);
    System.arraycopy(zipped, 0, twice, zipped.length, zipped.length);
    byte[] cut = Arrays.copyOf(zipped, zipped.length - 4);
    for (byte[] damaged : List.of(wrongSum, trailing, twice, cut, ECHO)) {
      Reply reply = server.call(damaged, "Content-Encoding: gzip");
      assertEquals(400, reply.status());
      assertEquals(-32700, fault(reply.body()).code());
    }
    assertNotCalled();
  }

  @Test
  void damagedBodiesAreBadRequestsInLenientReadingToo() throws Exception {
    byte[] zipped = gzip(ECHO);
    byte[] wrongSum = zipped.clone();
    wrongSum[zipped.length - 8] ^= 1;
    byte[] twice = Arrays.copyOf(zipped, zipped.length * 2);
    System.arraycopy(zipped, 0, twice, zipped.length, zipped.length);
    try (ServletFixture lenient = ServletFixture.start("reading", "lenient")) {
      for (byte[] damaged : List.of(wrongSum, twice)) {
        assertEquals(400, lenient.call(damaged, "Content-Encoding: gzip").status());
      }
      try (RawConnection connection = lenient.connect()) {
        assertEquals(400, connection.send(head(1_000)).send(ECHO).endOutput().receive().status());
      }
    }
    assertNotCalled();
  }

  @Test
  void whatFollowsADocumentInLenientReadingIsLimitedToo() throws Exception {
    try (ServletFixture lenient =
        ServletFixture.start("reading", "lenient", "max-document-bytes", "40000")) {
      assertEquals(413, lenient.call(gzip(padded(400_000)), "Content-Encoding: gzip").status());
    }
    assertNotCalled();
  }

  @Test
  void bodyThatEndsEarlyIsABadRequestAndNeverACall() throws IOException {
    try (RawConnection connection = server.connect()) {
      Reply reply = connection.send(head(1_000)).send(ECHO).endOutput().receive();
      assertEquals(400, reply.status());
      assertTrue(connection.isAtEnd());
    }
    assertNotCalled();
  }

  @Test
  void connectionThatBreaksWithinTheBodyIsNeverACall() throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(head(1_000)).send(ECHO).reset();
    }
    assertTrue(server.answers());
    assertEquals(1, server.calls());
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Length: 150\nTransfer-Encoding: chunked'",
    "'Content-Length: 150\nContent-Length: 151'",
    "'Content-Length: -1'",
    "'Content-Length: 99999999999999999999'",
    "'Content-Length: 1x'",
    "'Transfer-Encoding: chunked, identity'",
  })
  void ambiguousLengthIsRefusedByTheContainer(String lengths) throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(head(0).replace("Content-Length: 0", lengths)).send(ECHO);
      Reply reply = connection.receive();
      assertTrue(reply.status() == 400 || reply.status() == 501, reply.toString());
    }
    assertNotCalled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz\n", "-5\n", "fffffffffffffffff\n", "5;"})
  void badChunkIsNeverACall(String size) throws IOException {
    try (RawConnection connection = server.connect()) {
      connection.send(head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked"));
      connection.send(size).send("x".repeat(1_000_000)).endOutput();
      assertEquals(400, connection.receive().status());
    } catch (IOException closed) {
      // The other answer that is right.
      assertFalse(String.valueOf(closed.getMessage()).contains("timed out"));
    }
    assertNotCalled();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin: https://evil.example, 403",
    "Origin: null, 403",
    "Sec-Fetch-Site: cross-site, 403",
    "Sec-Fetch-Site: same-site, 403",
  })
  void foreignPageIsRefused(String header, int status) throws IOException {
    Reply reply = server.call(ECHO, header);
    assertEquals(status, reply.status());
    assertEquals(-32001, fault(reply.body()).code());
    assertNotCalled();
  }

  @Test
  void preflightIsGivenNoPermission() throws IOException {
    Reply reply =
        server.send(
            head(0, "Origin: https://evil.example", "Access-Control-Request-Method: POST")
                .replace("POST /RPC2", "OPTIONS /RPC2"),
            new byte[0]);
    assertEquals(405, reply.status());
    assertTrue(reply.headers().keySet().stream().noneMatch(name -> name.startsWith("Access-")));
  }

  @Test
  void nameThatResolvesToLoopbackIsRefused() throws IOException {
    String head = head(ECHO.length).replace("Host: localhost", "Host: evil.example");
    Reply reply = server.send(head, ECHO);
    assertEquals(421, reply.status());
    assertFalse(reply.text().contains("evil"));
    assertNotCalled();
  }

  @Test
  void callWithoutContentTypeIsAnsweredUnlessItIsFromABrowser() throws IOException {
    String head = head(ECHO.length).replace("Content-Type: text/xml\n", "");
    assertEquals("x", value(server.send(head, ECHO).body()));
    String browser = head.replace("Host:", "Origin: http://localhost\nHost:");
    assertEquals(403, server.send(browser, ECHO).status());
  }

  @Test
  void noByteOfTheRequestIsInAHeaderOfTheAnswer() throws IOException {
    Reply reply =
        server.call(
            document("evil&#13;&#10;X-Evil: 1"),
            "X-Request-Id: evil",
            "User-Agent: evil",
            "Accept-Encoding: evil",
            "Idempotency-Key: evil");
    assertFalse(reply.headers().toString().contains("vil"));
  }

  @Test
  void largeDocumentThatIsRefusedEarlyStillGetsItsAnswer() throws IOException {
    byte[] nested =
        ("<methodCall><methodName>test.echo</methodName><params><param>"
                + "<value><array><data>".repeat(500))
            .getBytes(StandardCharsets.UTF_8);
    try (RawConnection connection = server.connect()) {
      Reply reply = connection.send(head(19_999)).send(Arrays.copyOf(nested, 19_999)).receive();
      assertEquals(-32002, fault(reply.body()).code());
      assertEquals("x", value(connection.send(head(ECHO.length)).send(ECHO).receive().body()));
    }
  }
}
