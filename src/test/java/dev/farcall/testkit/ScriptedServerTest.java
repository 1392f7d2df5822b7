package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ScriptedServerTest {

  private static final String POST =
      "POST /RPC2 HTTP/1.1\nHost: localhost\nContent-Length: 3\n\nabc";

  private static Socket socket(ScriptedServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static RawConnection connect(ScriptedServer server) throws IOException {
    return new RawConnection(socket(server));
  }

  private static RawConnection post(ScriptedServer server) throws IOException {
    return connect(server).send(POST);
  }

  private static String all(ScriptedServer server) throws IOException {
    try (Socket socket = socket(server)) {
      new RawConnection(socket).send(POST);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void repliesComeInOrderAndTheLastOneStays() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.answering(
                Reply.xml("<a>\u00e4</a>"),
                Reply.status(500).header("Content-Type", "text/html").body("sorry"));
        RawConnection connection = connect(server)) {
      RawConnection.Reply first = connection.send(POST).receive();
      assertEquals(200, first.status());
      assertEquals(List.of("text/xml"), first.header("content-type"));
      assertEquals("<a>\u00e4</a>", first.text());
      assertEquals(500, connection.send(POST).receive().status());
      assertEquals("sorry", connection.send(POST).receive().text());
    }
  }

  @Test
  void requestsAreKeptAsTheyCame() throws Exception {
    String chunked =
        "POST / HTTP/1.1\nX-A: 1\nx-a:2\nTransfer-Encoding: chunked\n\n2;a=b\nab\n0\n\n";
    try (ScriptedServer server = ScriptedServer.answering(Reply.status(204))) {
      try (RawConnection connection = connect(server)) {
        connection.send(chunked).receive();
        connection.send(POST).receive();
      }
      post(server).receive();
      ReceivedRequest first = server.takeRequest();
      assertEquals("POST / HTTP/1.1", first.requestLine());
      assertEquals(List.of("1", "2"), first.header("x-a"));
      assertEquals("ab", first.text());
      assertArrayEquals(
          "2;a=b\r\nab\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII), first.body());
      assertEquals("abc", server.takeRequest().text());
      assertEquals(3, server.requests().size());
      assertEquals(2, server.connections());
      assertEquals(List.of(2, 1), server.requestsPerConnection());
    }
  }

  @Test
  void javasClientIsAnswered() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(Reply.status(200).chunked("one ", "two"))) {
      HttpRequest get = HttpRequest.newBuilder(server.uri()).build();
      HttpClient client = HttpClient.newHttpClient();
      assertEquals("one two", client.send(get, BodyHandlers.ofString()).body());
    }
  }

  @Test
  void rawBytesAreAllThatIsSent() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.raw("\r\n\0garbage"))) {
      assertEquals("\r\n\0garbage", all(server));
    }
  }

  @Test
  void bodyWithoutALengthEndsWithTheConnection() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(Reply.status(200).body("abc").endingWithTheConnection())) {
      assertEquals("HTTP/1.1 200 Scripted\r\n\r\nabc", all(server));
    }
  }

  @Test
  void answerIsCut() throws Exception {
    Reply reply = Reply.status(200).body("abc");
    try (ScriptedServer server =
        ScriptedServer.answering(reply.cutAfter(4), reply.cutBodyAfter(1))) {
      assertEquals("HTTP", all(server));
      assertEquals("HTTP/1.1 200 Scripted\r\nContent-Length: 3\r\n\r\na", all(server));
    }
  }

  @Test
  void connectionsEndAsTold() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(
            Reply.status(204).closing(),
            Reply.unanswered(),
            Reply.unread(),
            Reply.raw("HTTP").resetting())) {
      try (RawConnection connection = post(server)) {
        connection.receive();
        assertTrue(connection.isAtEnd());
      }
      assertThrows(EOFException.class, () -> post(server).receive());
      assertThrows(SocketException.class, () -> post(server).receive());
      assertThrows(SocketException.class, () -> post(server).receive());
      assertEquals(List.of(1, 1, 0, 1), server.requestsPerConnection());
    }
  }

  @Test
  void keptConnectionIsBrokenOffWhenItIsUsedAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.status(204), Reply.unread());
        RawConnection connection = post(server)) {
      assertEquals(204, connection.receive().status());
      assertThrows(SocketException.class, () -> connection.send(POST).receive());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void closeEndsWhateverIsUnderWay() throws Exception {
    Reply reply = Reply.status(200).body("abc");
    for (Reply slow :
        List.of(
            Reply.hang(),
            reply.hangBodyAfter(1),
            reply.hangAfter(4),
            reply.dribbled(new Pace()),
            Reply.raw("HTTP").endless("x"))) {
      ScriptedServer server = ScriptedServer.answering(slow);
      try (Socket socket = socket(server)) {
        new RawConnection(socket).send(POST);
        server.takeRequest();
        server.close();
        assertTrue(endsAtLast(socket));
      }
    }
  }

  /** Reads to the end, be it orderly or not; a time-out is none. */
  private static boolean endsAtLast(Socket socket) throws IOException {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void hangUpOfTheOtherSideIsNoticed() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.hang())) {
      Socket socket = socket(server);
      try (socket) {
        new RawConnection(socket).send(POST);
        server.takeRequest();
      }
      server.awaitHangUp();
    }
  }

  @Test
  void bytesGoAtThePaceOfTheTest() throws Exception {
    Pace pace = new Pace();
    try (ScriptedServer server = ScriptedServer.answering(Reply.raw("abc").dribbled(pace));
        Socket socket = socket(server)) {
      new RawConnection(socket).send(POST);
      InputStream in = socket.getInputStream();
      pace.allow(2);
      assertEquals("ab", new String(in.readNBytes(2), StandardCharsets.US_ASCII));
      assertEquals(0, in.available());
      pace.allowAll();
      assertEquals("c", new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void answerOverTlsIsCut() throws Exception {
    Reply reply = Reply.status(200).body("abc").endingWithTheConnection();
    try (ScriptedServer server =
        ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), reply, reply.cutAfter(26))) {
      HttpRequest get = HttpRequest.newBuilder(server.uri()).build();
      HttpClient client = HttpClient.newBuilder().sslContext(TestPki.trusting()).build();
      assertEquals("abc", client.send(get, BodyHandlers.ofString()).body());
      assertEquals("a", client.send(get, BodyHandlers.ofString()).body());
    }
  }
}
