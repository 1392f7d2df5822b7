package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketException;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would end a line of a log, or a field in it, or turn a terminal's colours. */
final class LogForgeryTest {

  private static final String HOSTILE =
      "a\r\nmethod=b code=ok \u001b[2J\u0085\u2028\u202e\u200b\u0000" + "x".repeat(1_000_000);

  /** Does not end before it is interrupted. */
  public static final class Waiting {
    private static final Semaphore STARTED = new Semaphore(0);

    public boolean await() throws InterruptedException {
      STARTED.release();
      new CountDownLatch(1).await();
      return true;
    }
  }

  private static void assertHarmless(String line) {
    assertTrue(
        line.chars().allMatch(c -> c >= ' ' && c < 0x7f),
        () -> "not printable: " + line.substring(0, Math.min(200, line.length())));
    assertTrue(line.length() < 512, () -> "length " + line.length());
  }

  private static HttpFilter callerOf(String name) {
    Principal hostile = () -> name;
    return new HttpFilter() {
      private static final long serialVersionUID = 1L;

      @Override
      protected void doFilter(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        chain.doFilter(
            new HttpServletRequestWrapper(request) {
              @Override
              public Principal getUserPrincipal() {
                return hostile;
              }
            },
            response);
      }
    };
  }

  @Test
  void nameOfACallerIsOneField() throws Exception {
    byte[] call = document("test.nil");
    try (CapturedLog log = CapturedLog.of(AccessLog.NAME);
        JettyFixture jetty =
            JettyFixture.of(new XmlRpcServlet())
                .param("handler.test", ServletFixture.Subject.class.getName())
                .filter(callerOf(HOSTILE))
                .start();
        RawConnection connection = new RawConnection(jetty.connect())) {
      assertEquals(200, connection.send(head(call.length)).send(call).receive().status());
      LogRecord logged = log.take();
      assertNotNull(logged);
      String line = logged.getMessage();
      assertHarmless(line);
      String[] fields = line.split(" ", -1);
      assertEquals(11, fields.length, line);
      assertEquals("caller=".length() + 128, fields[7].length(), line);
      assertTrue(
          line.contains(" caller=a\\u000d\\u000amethod=b\\u0020code=ok\\u0020\\u001b[2J"), line);
    }
  }

  @Test
  void nameOfACallerIsEscapedWhereItsCallIsInterrupted() throws Exception {
    byte[] call = document("test.await");
    try (CapturedLog log = CapturedLog.of("dev.farcall.servlet");
        JettyFixture jetty =
            JettyFixture.of(new XmlRpcServlet())
                .param("handler.test", Waiting.class.getName())
                .param("drain-seconds", "1")
                .filter(callerOf(HOSTILE))
                .start();
        RawConnection connection = new RawConnection(jetty.connect())) {
      connection.send(head(call.length)).send(call);
      Waiting.STARTED.acquire();
      jetty.stopServlet();
      String line = log.messages().get(1);
      assertHarmless(line);
      assertTrue(
          line.startsWith(
              "the servlet is stopped, and interrupts a call of test.await from user"
                  + " a\\u000d\\u000amethod=b code=ok \\u001b[2J"),
          line);
    }
  }

  /** What looks like fields of a line of ours, or like another client. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost caller=mallory",
        "User-Agent: x caller=mallory",
        "Idempotency-Key: \"x\" caller=mallory",
        "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 caller=mallory",
        "traceparent: 01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-caller=mallory",
        "tracestate: a=caller=mallory",
        "Farcall-Deadline: 30000 caller=mallory",
        "Content-Encoding: identity caller=mallory",
        "Origin: http://localhost caller=mallory",
        "X-Forwarded-For: 192.0.2.7 caller=mallory",
        "Forwarded: for=192.0.2.7;caller=mallory",
        "Authorization: Basic caller=mallory"
      })
  void noHeaderAddsToALine(String header) throws Exception {
    byte[] call = document("test.nil");
    try (CapturedLog log = CapturedLog.of("dev.farcall");
        ServletFixture server = ServletFixture.start()) {
      String head = head(call.length, header);
      server.send(header.startsWith("Host") ? head.replace("Host: localhost\n", "") : head, call);
      log.messages()
          .forEach(
              line -> {
                assertHarmless(line);
                assertFalse(line.contains("mallory"), line);
                assertFalse(line.contains("192.0.2.7"), line);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Idempotency-Key", "Authorization", "User-Agent"})
  void headerWithoutEndIsRefusedAndNotLogged(String name) throws Exception {
    try (CapturedLog log = CapturedLog.of("dev.farcall");
        ServletFixture server = ServletFixture.start();
        RawConnection connection = server.connect()) {
      connection.send("POST /RPC2 HTTP/1.1\n" + name + ": ");
      assertEquals(431, refusal(connection));
      assertTrue(log.messages().stream().noneMatch(line -> line.contains("xxx")));
      assertTrue(server.answers());
    }
  }

  /** The status that a value without end is answered with. */
  private static int refusal(RawConnection connection) throws IOException {
    try {
      while (!connection.isAnsweredWithin(1)) {
        connection.send("x".repeat(1 << 10));
      }
      return connection.receive().status();
    } catch (SocketException closed) {
      // It was answered, and closed before all that was under way had come.
      return 431;
    }
  }

  @Test
  void megabyteOfAMethodNameIsAFewCharactersOfALog() throws Exception {
    try (CapturedLog log = CapturedLog.of("dev.farcall");
        ServletFixture server = ServletFixture.start()) {
      Reply reply = server.call(document("x".repeat(1_000_000)));
      assertEquals(-32002, ServletFixture.fault(reply.body()).code());
      log.messages().forEach(LogForgeryTest::assertHarmless);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost\u001b[2J",
        "User-Agent: a\u0085code=ok",
        "Idempotency-Key: \"a\u001b[2J\"",
        "traceparent: 00-\u001b[2J-00f067aa0ba902b7-01",
        "X-Forwarded-For: \u001b[2J",
        "Farcall-Deadline: 1\u001b[2J",
        "Content-Encoding: \u001b[2J",
        "Origin: http://\u001b[2J",
        "Accept-Encoding: \u001b[2J"
      })
  void noHeaderReachesALogAsItIs(String header) throws Exception {
    byte[] call = document("test.nil");
    try (CapturedLog log = CapturedLog.of("dev.farcall");
        ServletFixture server = ServletFixture.start()) {
      String head = head(call.length, header);
      RawConnection.Reply reply =
          server.send(
              header.startsWith("Host") ? head.replace("Host: localhost\n", "") : head, call);
      assertFalse(reply.headers().toString().contains("[2J"), reply.toString());
      assertFalse(reply.text().contains("\u001b"), reply::text);
      log.messages().forEach(LogForgeryTest::assertHarmless);
    }
  }

  @Test
  void nameOfAMethodIsAFewCharactersOfALog() throws Exception {
    String name = "test.fail\n" + "\u202e".repeat(240);
    try (CapturedLog log = CapturedLog.of("dev.farcall");
        ServletFixture server = ServletFixture.start()) {
      assertEquals(200, server.call(document(name)).status());
      List<String> lines = log.messages();
      assertFalse(lines.isEmpty());
      lines.forEach(LogForgeryTest::assertHarmless);
    }
  }
}
