package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as old and small clients write them, which no library of today would. */
final class RawSocketTest {

  private static final String CALL =
      "<?xml version=\"1.0\"?><methodCall><methodName>get_power</methodName><params>"
          + "<param><value><i4>3</i4></value></param><param><value><i4>2</i4></value></param>"
          + "</params></methodCall>";
  private static final String ANSWER = "<int>9</int>";

  @SuppressWarnings("NullAway.Init")
  private static ShippedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ShippedServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static RawConnection connect() throws IOException {
    return new RawConnection(server.connect());
  }

  private static void assertAnswered(Reply reply) {
    assertEquals(200, reply.status());
    assertTrue(reply.text().contains(ANSWER), reply::text);
  }

  private static String length() {
    return "Content-Length: " + CALL.length();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The example of the specification, whose Content-Length does not count its line ends. */
  @Test
  void exampleOfTheSpecificationIsAnswered() throws IOException {
    try (RawConnection connection = connect()) {
      connection.send(
          "POST /RPC2 HTTP/1.0\nUser-Agent: Frontier/5.1.2 (WinNT)\nHost: localhost\n"
              + "Content-Type: text/xml\n"
              + length()
              + "\n\n");
      assertAnswered(connection.send(bytes(CALL)).receive());
      assertTrue(connection.isAtEnd());
    }
  }

  @Test
  void http10CallerThatAsksForItKeepsItsConnection() throws IOException {
    String head =
        "POST /RPC2 HTTP/1.0\nHost: localhost\nConnection: keep-alive\nContent-Type: text/xml\n"
            + length()
            + "\n\n";
    try (RawConnection connection = connect()) {
      for (int i = 0; i < 2; i++) {
        Reply reply = connection.send(head).send(bytes(CALL)).receive();
        assertAnswered(reply);
        assertEquals(List.of("keep-alive"), reply.header("Connection"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /RPC2 HTTP/1.1\nhost: localhost\ncontent-type: TEXT/XML\ncontent-length: %d",
        "POST http://localhost/RPC2 HTTP/1.1\nHost: localhost\nContent-Length: %d",
        "POST /RPC2 HTTP/1.1\nHost: 127.0.0.1\nContent-Type:text/xml;charset=utf-8\n"
            + "Content-Length:%d",
        "POST /RPC2?x=y HTTP/1.1\nHost: localhost\nContent-Type: application/xml\n"
            + "Content-Length: %d\nContent-Encoding: identity",
      })
  void unusualHeadIsAnswered(String head) throws IOException {
    try (RawConnection connection = connect()) {
      connection.send(head.formatted(CALL.length()) + "\n\n").send(bytes(CALL));
      assertAnswered(connection.receive());
    }
  }

  @Test
  void callsSentAtOnceAreAnsweredInOrder() throws IOException {
    String head = "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n" + length() + "\r\n\r\n";
    String other = CALL.replace(">2<", ">3<");
    try (RawConnection connection = connect()) {
      connection.send(bytes(head + CALL + head + other + head + CALL));
      assertAnswered(connection.receive());
      assertTrue(connection.receive().text().contains("<int>27</int>"));
      assertAnswered(connection.receive());
    }
  }

  @Test
  void chunksOfOneByteWithExtensionsAndATrailerAreRead() throws IOException {
    StringBuilder request =
        new StringBuilder("POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n")
            .append("Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n");
    CALL.chars().forEach(c -> request.append("1;a=b\r\n").append((char) c).append("\r\n"));
    request.append("0\r\nX-Sum: 1\r\n\r\n");
    try (RawConnection connection = connect()) {
      assertAnswered(connection.send(bytes(request.toString())).receive());
      assertAnswered(connection.send(bytes(request.toString())).receive());
    }
  }

  @Test
  void requestThatArrivesInPiecesIsAnswered() throws IOException {
    byte[] request =
        bytes("POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n" + length() + "\r\n\r\n" + CALL);
    try (RawConnection connection = connect()) {
      for (byte piece : request) {
        connection.send(new byte[] {piece});
      }
      assertAnswered(connection.receive());
    }
  }
}
