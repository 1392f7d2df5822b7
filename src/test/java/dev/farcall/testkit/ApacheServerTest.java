package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ApacheServerTest {

  private static void assertAnswers(
      String part, ApacheServer server, String method, String... values) throws Exception {
    String answer = PeerCall.answer(server.uri(), method, values);
    assertTrue(answer.contains(part), () -> part + " is not in " + answer);
  }

  @Test
  void plainServerAnswers() throws Exception {
    try (ApacheServer server = ApacheServer.plain()) {
      assertAnswers("<i4>1024</i4>", server, "get_power", "<int>2</int>", "<int>10</int>");
      assertAnswers("<i4>3</i4>", server, "add", "<int>1</int>", "<int>2</int>");
      assertAnswers("<value>a</value>", server, "echo", "<string>a</string>");
      assertAnswers("sample.add", server, "system.listMethods");
      assertAnswers("No such handler: no.such", server, "no.such");
      assertAnswers("<value>sorry</value>", server, "fail", "<int>17</int>", "sorry");
      assertAnswers("sorry", server, "crash", "sorry");
      // It has begun to write when it notices, and gives up.
      assertThrows(IOException.class, () -> PeerCall.answer(server.uri(), "nothing"));
    }
  }

  @Test
  void extendedServerAnswersInItsOwnTypes() throws Exception {
    try (ApacheServer server = ApacheServer.extended()) {
      assertAnswers("<ex:nil/>", server, "nothing");
      assertAnswers("<ex:i8>1</ex:i8>", server, "echo", "<ex:i8>1</ex:i8>");
    }
  }
}
