package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

final class PythonServerTest {

  private static void assertContains(String part, String text) {
    assertTrue(text.contains(part), () -> part + " is not in " + text);
  }

  @Test
  void simpleServerAnswers() throws Exception {
    try (PythonServer server = PythonServer.simple().start()) {
      assertContains(
          "<int>1024</int>",
          PeerCall.answer(server.uri(), "get_power", "<int>2</int>", "<int>10</int>"));
      assertContains("<nil/>", PeerCall.answer(server.uri(), "nothing"));
      assertContains(
          "<dateTime.iso8601>20261124T07:08:09</dateTime.iso8601>",
          PeerCall.answer(server.uri(), "moment"));
      assertContains(
          "<base64>AQI=</base64>",
          PeerCall.answer(server.uri(), "reverse", "<base64>AgE=</base64>"));
      assertContains(
          "<string>out of stock</string>",
          PeerCall.answer(server.uri(), "fail", "<int>17</int>", "<string>out of stock</string>"));
      assertContains("ValueError", PeerCall.answer(server.uri(), "crash", "<string>x</string>"));
      assertContains("get_power", PeerCall.answer(server.uri(), "system.listMethods"));
      assertContains("not supported", PeerCall.answer(server.uri(), "system.multicall"));
    }
  }

  @Test
  void documentedServerAnswersWithoutWhatWasLeftOut() throws Exception {
    try (PythonServer server =
        PythonServer.documented().multicall().withoutIntrospection().withoutNone().start()) {
      assertContains("cannot marshal None", PeerCall.answer(server.uri(), "nothing"));
      assertContains("not supported", PeerCall.answer(server.uri(), "system.listMethods"));
      assertContains(
          "<array><data></data></array>",
          PeerCall.answer(server.uri(), "system.multicall", "<array><data></data></array>"));
    }
  }

  @Test
  void serverWithACertificateAnswers() throws Exception {
    try (PythonServer server = PythonServer.simple().https(TestPki.localhost()).start()) {
      SSLContext tls = TestPki.trusting();
      assertContains(
          "<int>3</int>",
          PeerCall.answer(tls, server.uri(), "add", "<int>1</int>", "<int>2</int>"));
    }
  }

  @Test
  void certificateOfTheClientIsWanted() throws Exception {
    try (PythonServer server = PythonServer.simple().mutualHttps(TestPki.localhost()).start()) {
      SSLContext tls = TestPki.trustingWith(TestPki.client());
      assertContains("<int>1</int>", PeerCall.answer(tls, server.uri(), "count", "<int>7</int>"));
      SSLContext without = TestPki.trusting();
      assertThrows(IOException.class, () -> PeerCall.answer(without, server.uri(), "nothing"));
    }
  }
}
