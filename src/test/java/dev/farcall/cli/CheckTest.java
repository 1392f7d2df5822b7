package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CheckTest {

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

  private static void assertReports(String expected, CommandRun run) throws IOException {
    assertEquals(
        new CommandRun(0, Files.readString(Path.of("src/test/resources/cli", expected)), ""), run);
  }
}
