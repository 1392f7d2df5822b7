package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.farcall.Binary;
import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.XmlRpcException;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 over plain sockets: the rules of framing, and what becomes of connections. */
final class Http1TransportTest {

  private static final String FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";

  private static XmlRpcClient client(ScriptedServer server) {
    return XmlRpcClient.builder(server.uri()).build();
  }

  private static Reply five() {
    return Reply.xml(FIVE);
  }

  private static Reply raw(String head) {
    return Reply.raw(head.replace("\n", "\r\n") + "\r\n\r\n" + FIVE).keepingAlive();
  }

  @Test
  void headAndBodyAreWhatTheyShouldBe() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri() + "?db=a%20b").timeout(Duration.ofHours(9)).build()) {
      assertEquals(5, client.call("m", 1));
      String head = server.takeRequest().headText();
      assertEquals(
          """
          POST /RPC2?db=a%%20b HTTP/1.1
          Host: 127.0.0.1:%d
          Accept: text/xml, application/xml;q=0.9, */*;q=0.1
          Accept-Encoding: gzip
          Content-Type: text/xml; charset=UTF-8
          Farcall-Deadline: N
          User-Agent: farcall
          Content-Length: 148

          """
              .formatted(server.port()),
          head.replace("\r\n", "\n").replaceAll("Deadline: [0-9]{8}\n", "Deadline: N\n"));
    }
  }

  @Test
  void connectionIsUsedAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client = client(server)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(5, client.call("m"));
      }
      assertEquals(List.of(3), server.requestsPerConnection());
    }
  }

  @Test
  void connectionThatTheServerHasClosedIsNotUsed() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five().closing(), five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      server.awaitFarewell();
      assertEquals(5, client.call("m"));
      assertEquals(List.of(1, 1), server.requestsPerConnection());
    }
  }

  @Test
  void noCallIsLostOnAServerThatClosesEveryConnection() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five().closing());
        XmlRpcClient client = client(server)) {
      for (int i = 0; i < 20; i++) {
        assertEquals(5, client.call("m"));
      }
      assertEquals(Collections.nCopies(20, 1), server.requestsPerConnection());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nConnection: close\nContent-Length: 92",
        "HTTP/1.1 200 OK\nConnection: foo, Close\nContent-Length: 92",
        "HTTP/1.0 200 OK\nContent-Length: 92",
      })
  void connectionIsGivenUpWhenTheServerWants(String head) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(raw(head), five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      server.awaitHangUp();
      assertEquals(5, client.call("m"));
      assertEquals(List.of(1, 1), server.requestsPerConnection());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\nConnection: keep-alive\nContent-Length: 92",
        "HTTP/1.1 200\ncontent-length:92",
        "HTTP/1.1 200 OK\nX: a\n b\nContent-Length:\t 92 ",
        "HTTP/1.1 100 Continue\n\nHTTP/1.1 103 Early Hints\nX: y\n\nHTTP/1.1 200 OK\nContent-Length: 92",
      })
  void headsOfManyForms(String head) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(raw(head), five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m"));
      assertEquals(List.of(2), server.requestsPerConnection());
    }
  }

  @Test
  void lineFeedsAloneEndLines() throws Exception {
    Reply bare = Reply.raw("HTTP/1.1 200 OK\nContent-Length: 92\n\n" + FIVE);
    try (ScriptedServer server = ScriptedServer.answering(bare);
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
    }
  }

  @Test
  void bodyInChunks() throws Exception {
    Reply chunked =
        Reply.raw(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                    + "1e;name=\"v\"\r\n"
                    + FIVE.substring(0, 30)
                    + "\r\n3E\r\n"
                    + FIVE.substring(30)
                    + "\r\n000\r\nTrailer: x\r\n\r\n")
            .keepingAlive();
    try (ScriptedServer server = ScriptedServer.answering(chunked, five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m"));
      assertEquals(List.of(2), server.requestsPerConnection());
    }
  }

  @Test
  void bodyUntilTheConnectionEnds() throws Exception {
    Reply old = Reply.raw("HTTP/1.0 200 OK\r\n\r\n" + FIVE).closing();
    try (ScriptedServer server = ScriptedServer.answering(old, five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      assertEquals(5, client.call("m"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2 | what answers there does not speak HTTP",
        "HTTP/2.0 200 OK | what answers there does not speak HTTP",
        "HTTP/1.1 200 OK\nno colon | a header without a name",
        "HTTP/1.1 200 OK\nContent-Length: 92\nContent-Length: 90"
            + " | the answer has a Content-Length that is no number",
        "HTTP/1.1 200 OK\nContent-Length: -1"
            + " | the answer has a Content-Length that is no number",
        "HTTP/1.1 200 OK\nContent-Length: 92\nTransfer-Encoding: chunked"
            + " | the answer has a Transfer-Encoding other than chunked alone",
        "HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked"
            + " | the answer has a Transfer-Encoding other than chunked alone",
      })
  void headsThatAreNone(String headAndProblem) throws Exception {
    String[] parts = headAndProblem.split(" \\| ", 2);
    try (ScriptedServer server = ScriptedServer.answering(raw(parts[0]), five());
        XmlRpcClient client = client(server)) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": " + parts[1], e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(5, client.call("m"));
      assertEquals(List.of(1, 1), server.requestsPerConnection());
    }
  }

  @Test
  void headWithoutEndIsGivenUp() throws Exception {
    Reply endless = Reply.raw("HTTP/1.1 200 OK\r\n").endless("X: y\r\n");
    try (ScriptedServer server = ScriptedServer.answering(endless);
        XmlRpcClient client = client(server)) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          server.uri() + ": the head of the answer has more than 65536 bytes", e.getMessage());
      server.awaitHangUp();
    }
  }

  @Test
  void callThatWasSentIsNotSentAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five(), Reply.unanswered(), five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": the connection broke before the answer came", e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void idempotentCallIsSentOnceMore() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), five());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).idempotent("m"::equals).build()) {
      assertEquals(5, client.call("m"));
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void silenceEnds() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang());
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).readTimeout(Duration.ofMillis(50)).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": nothing came for 50 ms (readTimeout)", e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      server.awaitHangUp();
    }
  }

  @Test
  void timeForAllEndsABodyThatNeverStops() throws Exception {
    Reply endless = Reply.xml("<methodResponse>").endless(" ");
    try (ScriptedServer server = ScriptedServer.answering(endless);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).timeout(Duration.ofMillis(200)).build()) {
      assertThrows(XmlRpcException.class, () -> client.call("m"));
      server.awaitHangUp();
    }
  }

  @Test
  void cancellingEndsTheExchange() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang());
        XmlRpcClient client = client(server)) {
      CompletableFuture<Object> future = client.callAsync("m");
      assertEquals("POST /RPC2 HTTP/1.1", server.takeRequest().requestLine());
      assertTrue(future.cancel(true));
      server.awaitHangUp();
    }
  }

  @Test
  void interruptedThreadDoesNotWait() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang());
        XmlRpcClient client = client(server)) {
      Thread.currentThread().interrupt();
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertTrue(Thread.interrupted());
      assertEquals(server.uri() + ": the thread was interrupted", e.getMessage());
    }
  }

  @Test
  void earlyRefusalOfALargeBodyIsRead() throws Exception {
    Reply refusal = Reply.status(413).header("Connection", "close").body("too large").closing();
    try (ScriptedServer server = ScriptedServer.answering(refusal);
        XmlRpcClient client = client(server)) {
      TransportException e =
          assertThrows(TransportException.class, () -> client.call("m", "x".repeat(1 << 20)));
      assertEquals(
          server.uri() + ": answered with status 413 and no methodResponse", e.getMessage());
    }
  }

  @Test
  void closedClientHoldsNoConnection() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five())) {
      XmlRpcClient client = client(server);
      assertEquals(5, client.call("m"));
      client.close();
      server.awaitHangUp();
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> client.call("m"));
      assertEquals("the client is closed", e.getMessage());
    }
  }

  @Test
  void socketInTheFileSystem(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("rpc.sock");
    try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listening.bind(UnixDomainSocketAddress.of(file));
      CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> answer(listening));
      try (XmlRpcClient client =
          XmlRpcClient.builder("http://localhost/RPC2")
              .transport(UnixSocketTransport.of(file))
              .build()) {
        assertEquals(5, client.call("m"));
      }
      assertTrue(request.get().startsWith("POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n"));
    }
  }

  @Test
  void socketThatIsNotThere(@TempDir Path directory) {
    try (XmlRpcClient client =
        XmlRpcClient.builder("http://localhost/RPC2")
            .transport(UnixSocketTransport.of(directory.resolve("none")))
            .build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals("http://localhost/RPC2: nothing accepts connections there", e.getMessage());
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }

  @Test
  void callThatNobodyAcceptsHoldsNoFile() throws Exception {
    URI nobody;
    try (ScriptedServer server = ScriptedServer.answering(five())) {
      nobody = server.uri();
    }
    try (XmlRpcClient client = XmlRpcClient.builder(nobody).build()) {
      long before = openFiles();
      for (int i = 0; i < 200; i++) {
        assertThrows(TransportException.class, () -> client.call("m"));
      }
      assertTrue(openFiles() - before < 100, "files are left open");
    }
  }

  private static long openFiles() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return assertInstanceOf(UnixOperatingSystemMXBean.class, system).getOpenFileDescriptorCount();
  }

  @Test
  void redirectToAPortThatIsNoneIsNotFollowed() throws Exception {
    Reply redirect = Reply.status(307).header("Location", "http://127.0.0.1:99999/RPC2");
    try (ScriptedServer server = ScriptedServer.answering(redirect);
        XmlRpcClient client = client(server)) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          server.uri()
              + ": answered with status 307, a redirect to no address, which is not followed:"
              + " there is none to follow",
          e.getMessage());
    }
  }

  @Test
  void portThatIsNoneIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> XmlRpcClient.builder("http://127.0.0.1:99999"));
    assertEquals("the port of a server is from 1 to 65535, got 99999", e.getMessage());
  }

  @Test
  void connectionWithMoreThanTheAnswerIsNotUsedAgain() throws Exception {
    Reply two = Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 92\r\n\r\n" + FIVE + "HTTP/1.1");
    try (ScriptedServer server = ScriptedServer.answering(two.keepingAlive(), five());
        XmlRpcClient client = client(server)) {
      assertEquals(5, client.call("m"));
      server.awaitHangUp();
      assertEquals(5, client.call("m"));
      assertEquals(List.of(1, 1), server.requestsPerConnection());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\n", "secret\r\nHost: elsewhere", "secret\r\n\r\nPOST / HTTP/1.1"})
  void headerOfALayerCannotAddToTheHead(String value) throws Exception {
    Map<String, List<String>> headers = Map.of("X", List.of(value));
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .aroundTransport(next -> request -> next.send(request.withHeaders(headers)))
                .build()) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> client.call("m"));
      assertEquals(
          "the value of header X has a line break, another control character, or one that is not"
              + " Latin-1",
          e.getMessage());
      assertEquals(0, server.connections());
    }
  }

  @Test
  void timeForAllEndsChunksThatNeverYieldAnything() throws Exception {
    String chunk = "1;" + "x".repeat(60_000) + "\r\n \r\n";
    Reply endless =
        Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            .endless(chunk.repeat(16));
    try (ScriptedServer server = ScriptedServer.answering(endless);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .limits(WireLimits.defaults().withMaxDocumentBytes(Long.MAX_VALUE))
                .timeout(Duration.ofMillis(200))
                .build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": the time for the whole call passed (timeout)", e.getMessage());
      server.awaitHangUp();
    }
  }

  @Test
  void interimAnswerDoesNotEndALargeBody() throws Exception {
    String argument = "x".repeat(20 << 20);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> server =
          CompletableFuture.runAsync(() -> continueAndAnswer(listening));
      String uri = "http://127.0.0.1:" + listening.getLocalPort() + "/RPC2";
      try (XmlRpcClient client =
          XmlRpcClient.builder(uri).readTimeout(Duration.ofSeconds(5)).build()) {
        assertEquals(5, client.call("m", argument));
      }
      server.get();
    }
  }

  /** Says that it goes on when the first bytes have come, and answers behind the last ones. */
  private static void continueAndAnswer(ServerSocket listening) {
    try (Socket socket = listening.accept()) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      assertEquals(100, in.readNBytes(100).length);
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      // The end may be in two pieces.
      byte[] piece = new byte[8192];
      String end = "";
      while (!end.endsWith("</methodCall>")) {
        int count = in.read(piece);
        assertFalse(count < 0);
        String both = end + new String(piece, 0, count, StandardCharsets.ISO_8859_1);
        end = both.substring(Math.max(0, both.length() - 20));
      }
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + FIVE.length() + "\r\n\r\n" + FIVE;
      out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(-1, in.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE / 1000, Long.MAX_VALUE})
  void timeoutsMayBeForEver(long seconds) throws Exception {
    Duration forEver = Duration.ofSeconds(seconds);
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .connectTimeout(forEver)
                .readTimeout(forEver)
                .timeout(forEver)
                .build()) {
      assertEquals(5, client.call("m"));
    }
  }

  @Test
  void addressIsSentInAscii() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client = XmlRpcClient.builder(server.uri() + "/\u2603?q=\u00e9%20").build()) {
      assertEquals(5, client.call("m"));
      assertEquals("POST /RPC2/%E2%98%83?q=%C3%A9%20 HTTP/1.1", server.takeRequest().requestLine());
    }
  }

  @Test
  void bodyIsClosedEvenIfItCannotBeTold() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream body =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    CapturedBody captured =
        new CapturedBody(
            body,
            start -> {
              throw new IllegalStateException("no room");
            });
    assertThrows(IllegalStateException.class, captured::close);
    assertTrue(closed.get());
  }

  /** Gives so many bytes, and then ends, or fails; it cannot be closed. */
  private static final class Unclosable extends InputStream {
    private final @Nullable IOException atTheEnd;
    private int left;

    Unclosable(int count, @Nullable IOException atTheEnd) {
      this.left = count;
      this.atTheEnd = atTheEnd;
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1) < 0 ? -1 : 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left > 0) {
        int count = Math.min(length, left);
        left -= count;
        return count;
      } else if (atTheEnd != null) {
        throw atTheEnd;
      }
      return -1;
    }

    @Override
    public void close() throws IOException {
      throw new IOException("does not close");
    }
  }

  @Test
  void answerCountsWhenAParameterDoesNotClose() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        XmlRpcClient client =
            XmlRpcClient.builder("http://127.0.0.1:" + listening.getLocalPort()).build()) {
      CompletableFuture<Object> result =
          client.callAsync("m", new Unclosable(Integer.MAX_VALUE, null));
      try (Socket socket = listening.accept()) {
        // No more than this is read, so that the answer is there before all is sent.
        assertEquals(100, socket.getInputStream().readNBytes(100).length);
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + FIVE.length() + "\r\n\r\n" + FIVE;
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(5, result.get());
      }
    }
  }

  @Test
  void failureOfAParameterIsToldAlsoWhenItDoesNotClose() throws Exception {
    IOException gone = new IOException("the disk is gone");
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client = client(server)) {
      WireException e =
          assertThrows(WireException.class, () -> client.call("m", new Unclosable(200_000, gone)));
      assertEquals("bytes of a base64 that could not be read", e.problem());
      assertSame(gone, e.getCause());
      assertEquals("does not close", e.getSuppressed()[0].getMessage());
      assertEquals(5, client.call("m"));
    }
  }

  @Test
  void parameterThatDoesNotCloseAtItsEndIsAnErrorOfItsOwn() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(five());
        XmlRpcClient client = client(server)) {
      for (Object param :
          List.of(new Unclosable(200_000, null), Binary.of(new Unclosable(200_000, null)))) {
        WireException e = assertThrows(WireException.class, () -> client.call("m", param));
        assertEquals("bytes of a base64 that could not be read", e.problem());
        assertEquals("does not close", Objects.requireNonNull(e.getCause()).getMessage());
      }
      assertEquals(5, client.call("m"));
    }
  }

  private static String answer(ServerSocketChannel listening) {
    try (SocketChannel channel = listening.accept()) {
      ByteBuffer buffer = ByteBuffer.allocate(8192);
      while (!text(buffer).endsWith("</methodCall>")) {
        assertFalse(channel.read(buffer) < 0);
      }
      String reply = "HTTP/1.1 200 OK\r\nContent-Length: " + FIVE.length() + "\r\n\r\n" + FIVE;
      channel.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.ISO_8859_1)));
      return text(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ByteBuffer filled) {
    return StandardCharsets.ISO_8859_1.decode(filled.duplicate().flip()).toString();
  }
}
