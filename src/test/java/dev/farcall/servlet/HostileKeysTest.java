package dev.farcall.servlet;

import static dev.farcall.servlet.KeyedCalls.KEY;
import static dev.farcall.servlet.KeyedCalls.PAY;
import static dev.farcall.servlet.KeyedCalls.assertRefused;
import static dev.farcall.servlet.KeyedCalls.jetty;
import static dev.farcall.servlet.KeyedCalls.send;
import static dev.farcall.servlet.ServletFixture.head;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.BasicLogin;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are none, over real sockets. */
final class HostileKeysTest {

  @BeforeEach
  void reset() {
    Till.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "evil",
        "\"evil\nX-Evil: evil\"",
        "\"evil\u00ff\"",
        "\"evil\u00e2\u0080\u00ae\"",
        "\"evil\u00e2\u0080\u00a8\"",
        "\"evil\"\nIdempotency-Key: \"evil\"",
        "\"evil\"; Set-Cookie=evil",
      })
  void malformedKeyIsABadRequestAndIsShownNowhere(String key) throws Exception {
    try (JettyFixture jetty = jetty("till").start();
        CapturedLog log = CapturedLog.of("dev.farcall.access")) {
      Reply reply = send(jetty, PAY, "Idempotency-Key: " + key);
      assertRefused(
          400,
          -32300,
          "the header Idempotency-Key is not one string in quotes of 1 to 255 characters, as"
              + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
          reply);
      assertShownNowhere(reply);
      LogRecord logged = log.take();
      assertNotNull(logged);
      String line = logged.getMessage();
      assertTrue(line.matches("method=till.pay code=-32300 http=POST status=400 [ -~]*"), line);
      assertTrue(line.length() <= 256, line);
      assertFalse(line.contains("evil"), line);
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
    }
  }

  @Test
  void keyOf256CharactersIsMalformed() throws Exception {
    try (JettyFixture jetty = jetty("till").start()) {
      Reply reply = send(jetty, PAY, "Idempotency-Key: \"" + "x".repeat(256) + '"');
      assertEquals(400, reply.status());
      assertEquals(
          "5 in run 1",
          value(send(jetty, PAY, "Idempotency-Key: \"" + "x".repeat(255) + '"').body()));
    }
  }

  /** What no header may hold, or is too long for one, the container refuses by itself. */
  @ParameterizedTest
  @ValueSource(ints = {0, 27, 127})
  void controlCharactersRunNothing(int control) throws Exception {
    try (JettyFixture jetty = jetty("till").start()) {
      Reply reply = send(jetty, PAY, "Idempotency-Key: \"evil" + (char) control + '"');
      assertEquals(400, reply.status());
      assertShownNowhere(reply);
      assertEquals(0, Till.runs());
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
    }
  }

  @Test
  void hugeKeyRunsNothing() throws Exception {
    try (JettyFixture jetty = jetty("till").start()) {
      try (RawConnection connection = new RawConnection(jetty.connect())) {
        connection.send(head(PAY.length, "Idempotency-Key: \"" + "evil".repeat(4_000) + '"'));
        Reply reply = connection.receive();
        assertEquals(431, reply.status());
        assertShownNowhere(reply);
      }
      assertEquals(0, Till.runs());
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
    }
  }

  @Test
  void callerWithManyKeysCostsOthersNoAnswer() throws Exception {
    BasicLogin login = BasicLogin.create().user("ann").user("bob");
    String ann = "Authorization: " + BasicLogin.authorization("ann");
    String bob = "Authorization: " + BasicLogin.authorization("bob");
    try (JettyFixture jetty =
        jetty("till").param("idempotency-entries", "5").security(login.handler()).start()) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY, ann).body()));
      for (int i = 2; i <= 20; i++) {
        assertEquals(
            "5 in run " + i,
            value(send(jetty, PAY, "Idempotency-Key: \"flood " + i + '"', bob).body()));
      }
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY, ann).body()));
    }
  }

  private static void assertShownNowhere(Reply reply) {
    assertFalse(reply.headers().toString().contains("evil"), reply.headers().toString());
    assertFalse(reply.headers().containsKey("X-Evil"));
    assertFalse(reply.headers().containsKey("Set-Cookie"));
    assertFalse(reply.text().contains("evil"), reply.text());
  }
}
