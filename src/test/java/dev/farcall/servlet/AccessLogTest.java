package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.gzip;
import static dev.farcall.servlet.ServletFixture.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.BasicLogin;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines of the access log, of requests over real sockets. */
final class AccessLogTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final CapturedLog log = CapturedLog.of("dev.farcall.access");

  @AfterEach
  void close() {
    log.close();
  }

  /** The next line, with its time, which no test can know, as {@code ms=*}. */
  private String line() throws InterruptedException {
    LogRecord logged = log.take();
    assertNotNull(logged);
    assertEquals(Level.INFO, logged.getLevel());
    String line = logged.getMessage();
    assertTrue(line.matches(".* ms=[0-9]+\\.[0-9] .*"), line);
    return line.replaceFirst(" ms=[0-9.]+ ", " ms=* ");
  }

  @Test
  void callIsALine() throws Exception {
    byte[] call = document("test.echo", "<string>secret</string>");
    try (ServletFixture server = ServletFixture.start()) {
      RawConnection.Reply reply = server.call(call);
      assertEquals(
          "method=test.echo code=ok http=POST status=200 in="
              + call.length
              + " out="
              + reply.body().length
              + " ms=* caller=- address=127.0.0.1 reference=- trace=-",
          line());
    }
    assertEquals(0, log.messages().size());
  }

  @Test
  void bytesAreThoseOnTheWire() throws Exception {
    byte[] call = gzip(document("test.repeat", "<string>x</string>", "<int>100000</int>"));
    try (ServletFixture server = ServletFixture.start()) {
      RawConnection.Reply reply =
          server.call(call, "Content-Encoding: gzip", "Accept-Encoding: gzip");
      assertTrue(reply.body().length < 1000);
      String line = line();
      assertTrue(line.contains(" in=" + call.length + " out=" + reply.body().length + " "), line);
    }
  }

  @Test
  void faultHasItsCode() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      server.call(document("no.such"));
      String line = line();
      assertTrue(line.startsWith("method=no.such code=-32601 http=POST status=200 "), line);
    }
  }

  @Test
  void internalErrorHasTheReferenceThatTheCallerGot() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      String told =
          fault(server.call(document("test.unwritableBehind", "<int>3</int>")).body())
              .faultString();
      String line = line();
      String reference = told.replaceFirst("internal error, reference ([^:]+):.*", "$1");
      assertTrue(line.startsWith("method=test.unwritableBehind code=-32603 "), line);
      assertTrue(line.contains(" reference=" + reference + " "), line);
    }
  }

  @Test
  void failedHandlerHasTheReferenceThatTheCallerGot() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      String told = fault(server.call(document("test.fail")).body()).faultString();
      String line = line();
      assertEquals("internal error, reference ", told.substring(0, 26));
      assertTrue(line.contains(" reference=" + told.substring(26) + " "), line);
    }
  }

  @Test
  void traceIsThatOfTheCaller() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      server.call(document("test.nil"), "traceparent: 00-" + TRACE + "-00f067aa0ba902b7-01");
      String line = line();
      assertTrue(line.endsWith(" trace=" + TRACE), line);
    }
  }

  @Test
  void multicallIsOneLineWithItsEntriesAndFaults() throws Exception {
    String entry =
        "<value><struct><member><name>methodName</name><value>%s</value></member></struct></value>";
    String calls =
        "<array><data>"
            + entry.formatted("test.nil")
            + entry.formatted("no.such")
            + entry.formatted("test.nil")
            + "</data></array>";
    try (ServletFixture server = ServletFixture.start()) {
      server.call(document("system.multicall", calls));
      String line = line();
      assertTrue(line.startsWith("method=system.multicall code=ok http=POST status=200 "), line);
      assertTrue(line.endsWith(" trace=- entries=3 faults=1"), line);
    }
    assertEquals(0, log.messages().size());
  }

  @Test
  void refusedRequestsAreLines() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      server.send("GET /RPC2 HTTP/1.1\nHost: localhost\n\n", new byte[0]);
      String get = line();
      assertTrue(get.startsWith("method=- code=-32300 http=GET status=405 in=0 out="), get);
      server.send(head(1L << 40), new byte[0]);
      String large = line();
      assertTrue(large.startsWith("method=- code=-32002 http=POST status=413 in=0 out="), large);
      server.call(document("test.nil"), "Origin: https://evil.example");
      String foreign = line();
      assertTrue(foreign.startsWith("method=- code=-32001 http=POST status=403 "), foreign);
    }
  }

  @Test
  void unreadableCallIsALineWithoutAMethod() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      server.call("<!DOCTYPE x>".getBytes(StandardCharsets.UTF_8));
      String line = line();
      assertTrue(line.startsWith("method=- code=-32700 http=POST status=200 in=12 out="), line);
    }
  }

  @Test
  void nameOfAMethodCannotForgeALineOrAField() throws Exception {
    String name = "a\ncode=ok \u001b[2J\u2028\u202e\u3000" + "x".repeat(190);
    try (ServletFixture server = ServletFixture.start()) {
      server.call(document(name.replace("\u001b", "?")));
      String line = line();
      assertTrue(
          line.startsWith("method=a\\u000acode=ok\\u0020?[2J\\u2028\\u202e\\u3000xxxxxxxx"), line);
      assertTrue(line.contains("xxx... code=-32601 "), line);
      assertTrue(line.length() <= 256, line);
    }
  }

  @Test
  void longNamesShareALine() throws Exception {
    String user = "u".repeat(1_000);
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    BasicLogin login = BasicLogin.create().user(user).user("ann");
    byte[] call = document("m".repeat(200));
    try (JettyFixture jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.test", ServletFixture.Subject.class.getName())
            .security(login.handler())
            .start()) {
      KeyedCalls.send(
          jetty, call, "Authorization: " + BasicLogin.authorization(user), "traceparent: " + trace);
      String both = line();
      assertTrue(
          both.matches("method=m{30,60}\\.\\.\\. code=.* caller=u{30,60}\\.\\.\\. .*"), both);
      assertTrue(both.endsWith("trace=0af7651916cd43dd8448eb211c80319c"), both);
      assertTrue(both.length() > 240 && both.length() <= 256, both);
      KeyedCalls.send(
          jetty,
          call,
          "Authorization: " + BasicLogin.authorization("ann"),
          "traceparent: " + trace);
      String one = line();
      assertTrue(one.matches("method=m{90,}\\.\\.\\. code=.* caller=ann .*"), one);
      assertTrue(one.length() <= 256, one);
    }
  }

  @Test
  void nothingIsLoggedWhereSettingsSaySo() throws Exception {
    try (ServletFixture server = ServletFixture.start("access-log", "off")) {
      assertTrue(server.answers());
    }
    assertEquals(List.of(), log.messages());
  }

  @Test
  void nothingIsLoggedBelowTheLevelOfTheLogger() throws Exception {
    Logger.getLogger("dev.farcall.access").setLevel(Level.WARNING);
    try (ServletFixture server = ServletFixture.start()) {
      assertTrue(server.answers());
    }
    assertEquals(List.of(), log.messages());
  }
}
