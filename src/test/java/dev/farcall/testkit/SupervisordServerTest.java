package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class SupervisordServerTest {

  private static final String RUNNING = "<name>statename</name><value><string>RUNNING</string>";

  private static String authorization() {
    String both = SupervisordServer.USER + ":" + SupervisordServer.PASSWORD;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void thoseWhoMayCallAreAnswered() throws Exception {
    Path socket;
    try (SupervisordServer server = SupervisordServer.start()) {
      socket = server.socketFile();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.uri()).header("Authorization", authorization());
      HttpClient client = HttpClient.newHttpClient();
      assertTrue(PeerCall.answer(client, request, "supervisor.getState").contains(RUNNING));
      assertFalse(PeerCall.answer(server.uri(), "supervisor.getState").contains(RUNNING));
    }
    assertFalse(Files.exists(socket));
  }

  @Test
  void socketFileIsOpenToAll() throws Exception {
    try (SupervisordServer server = SupervisordServer.start();
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(server.socketFile()));
      assertEquals("HTTP/1.0 200 OK", answer(channel, "supervisor.getState"));
    }
  }

  private static String answer(SocketChannel channel, String method) throws IOException {
    String call = "<methodCall><methodName>" + method + "</methodName></methodCall>";
    String head = "POST /RPC2 HTTP/1.0\r\nContent-Length: " + call.length() + "\r\n\r\n";
    Channels.newOutputStream(channel).write((head + call).getBytes(StandardCharsets.US_ASCII));
    byte[] answer = Channels.newInputStream(channel).readAllBytes();
    return new String(answer, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }
}
