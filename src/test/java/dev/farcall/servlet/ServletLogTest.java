package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.RawConnection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class ServletLogTest {

  private static CapturedLog log() {
    return CapturedLog.of("dev.farcall.servlet");
  }

  @Test
  void startSaysThatMethodsMayBeCalledByAnyone() throws Exception {
    try (CapturedLog log = log();
        ServletFixture server = ServletFixture.start()) {
      assertTrue(server.answers());
      assertEquals(1, log.messages().size());
      assertTrue(
          log.messages()
              .get(0)
              .matches(
                  "servlet \"[^\"]+\" answers [0-9]+ methods; 0 need a role, and anyone may call the"
                      + " others that no security-constraint of web.xml protects"));
    }
  }

  @Test
  void answerThatCannotBeWrittenIsLoggedUnderItsReference() throws Exception {
    try (CapturedLog log = log();
        ServletFixture server = ServletFixture.start()) {
      log.take();
      String told =
          fault(server.call(document("test.unwritableBehind", "<int>3</int>")).body())
              .faultString();
      LogRecord logged = log.take();
      assertNotNull(logged);
      assertEquals(Level.SEVERE, logged.getLevel());
      assertEquals(
          told.substring(0, told.indexOf(':')) + " in a call of test.unwritableBehind",
          logged.getMessage());
      assertEquals(List.of(), log.messages());
    }
  }

  @Test
  void callerThatIsGoneDuringTheAnswerCostsOneLine() throws Exception {
    try (CapturedLog log = log();
        ServletFixture server = ServletFixture.start()) {
      log.take();
      byte[] call = document("test.repeat", "<string>0123456789</string>", "<int>1000000</int>");
      try (RawConnection connection = server.connect()) {
        connection.send(head(call.length)).send(call);
        connection.reset();
      }
      LogRecord logged = log.take();
      assertNotNull(logged);
      assertEquals(Level.INFO, logged.getLevel());
      assertTrue(
          logged
              .getMessage()
              .startsWith(
                  "the caller was gone before the answer was out: a call of test.repeat ("));
      assertTrue(server.answers());
      assertEquals(List.of(), log.messages());
    }
  }

  @Test
  void refusalsAndFaultsAreNotLogged() throws Exception {
    try (CapturedLog log = log();
        ServletFixture server = ServletFixture.start()) {
      log.take();
      assertEquals(413, server.send(head(1L << 40), new byte[0]).status());
      assertEquals(200, server.call(document("no.such")).status());
      assertEquals(List.of(), log.messages());
    }
  }
}
