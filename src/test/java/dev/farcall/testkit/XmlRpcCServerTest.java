package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class XmlRpcCServerTest {

  private static void assertAnswers(
      String part, XmlRpcCServer server, String method, String... values) throws Exception {
    String answer = PeerCall.answer(server.uri(), method, values);
    assertTrue(answer.contains(part), () -> part + " is not in " + answer);
  }

  @Test
  void serverAnswers() throws Exception {
    try (XmlRpcCServer server = XmlRpcCServer.start()) {
      assertAnswers("1024", server, "get_power", "<int>2</int>", "<int>10</int>");
      assertAnswers("<string>a</string>", server, "echo", "<string>a</string>");
      assertAnswers("sorry", server, "fail", "<int>17</int>", "<string>sorry</string>");
    }
  }
}
