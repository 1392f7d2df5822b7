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
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would end a line of a log, or a field in it, or turn a terminal's colours. */
final class LogForgeryTest {

  private static final String HOSTILE =
      "a\r\nmethod=b code=ok \u001b[2J\u0085\u2028\u202e\u200b\u0000" + "x".repeat(1_000_000);

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
      assertEquals(11, line.split(" ", -1).length, line);
      assertTrue(
          line.contains(" caller=a\\u000d\\u000amethod=b\\u0020code=ok\\u0020\\u001b[2J"), line);
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
