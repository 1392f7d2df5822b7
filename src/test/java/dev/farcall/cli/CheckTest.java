package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CheckTest {

  private static final String FAULT =
      """
      <methodResponse><fault><value><struct>
      <member><name>faultCode</name><value><int>1</int></value></member>
      <member><name>faultString</name><value>no</value></member>
      </struct></value></fault></methodResponse>
      """;

  @RegisterExtension private static final CalledServer SAMPLES = CalledServer.ofSamples();

  @RegisterExtension
  private static final CalledServer OTHER =
      CalledServer.of("system", OtherServer.Introspection.class, "off");

  @RegisterExtension
  private static final CalledServer WRONG =
      CalledServer.of("validator1", OtherServer.Validator.class, "on");

  @Test
  void reportTellsWhatAServerTolerates() throws IOException {
    assertReports("check.txt", CommandRun.of("check", SAMPLES.url()));
  }

  @Test
  void withoutAnEchoTheFaultForAMissingMethodTells() throws IOException {
    assertReports("check-without-echo.txt", CommandRun.of("check", OTHER.url()));
  }

  @Test
  void reportIsForProgramsToo() {
    CommandRun run = CommandRun.of("check", "--json", SAMPLES.url());
    assertEquals(0, run.status());
    assertTrue(
        run.out()
            .startsWith(
                """
                {
                  "validator1": [
                    {
                      "name": "arrayOfStructsTest",
                      "verdict": "passed",
                      "detail": ""
                    },
                """),
        run.out());
    assertTrue(
        run.out()
            .contains(
                """
                    {
                      "name": "i8",
                      "verdict": "accepted",
                      "detail": "i8 5000000000",
                      "group": "Extensions"
                    },
                """),
        run.out());
  }

  @Test
  void failureOfValidator1IsTheStatus() {
    CommandRun run = CommandRun.of("check", WRONG.url());
    assertEquals(1, run.status());
    assertTrue(
        run.out()
            .startsWith(
                """
                validator1
                  arrayOfStructsTest                             failed: fault -32601: no method \
                validator1.arrayOfStructsTest
                """),
        run.out());
    assertTrue(
        run.out()
            .contains(
                "  easyStructTest                                 failed: expected 2, got 3\n"),
        run.out());
    assertTrue(run.out().contains("\nvalidator1: 0 of 8 passed\n"), run.out());
  }

  @Test
  void methodThatIsNoEchoIsRefused() {
    assertEquals(
        new CommandRun(
            2,
            "",
            "farcall: --echo: sample.today does not answer with the struct that it is given\n"),
        CommandRun.of("check", "--echo", "sample.today", SAMPLES.url()));
  }

  @Test
  void silentServerIsNotReportedOn() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/RPC2";
      assertEquals(
          new CommandRun(
              2, "", "farcall: " + url + ": the time for the whole call passed (timeout)\n"),
          CommandRun.of("check", "--timeout", "0.2", url));
    }
  }

  @Test
  void serverThatFallsSilentIsLeftAlone() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    // The five calls that come before the documents.
    AtomicInteger answers = new AtomicInteger(5);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          if (answers.getAndDecrement() > 0) {
            answer(exchange);
          } else {
            hold(end);
          }
        });
    server.start();
    try {
      CommandRun run =
          CommandRun.of(
              "check",
              "--timeout",
              "1",
              "http://127.0.0.1:" + server.getAddress().getPort() + "/RPC2");
      assertEquals(0, run.status(), run.err());
      assertEquals(3, run.out().lines().filter(line -> line.contains(" no answer: ")).count());
      assertEquals(
          CheckDocument.all().size() - 3,
          run.out().lines().filter(line -> line.endsWith(" not sent")).count());
    } finally {
      end.countDown();
      server.stop(0);
      threads.shutdown();
    }
  }

  private static void hold(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] fault = FAULT.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, fault.length);
    exchange.getResponseBody().write(fault);
    exchange.close();
  }

  private static void assertReports(String expected, CommandRun run) throws IOException {
    assertEquals(
        new CommandRun(0, Files.readString(Path.of("src/test/resources/cli", expected)), ""), run);
  }
}
