package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MethodsTest {

  @RegisterExtension private static final CalledServer SAMPLES = CalledServer.ofSamples();

  @RegisterExtension
  private static final CalledServer OTHER =
      CalledServer.of("system", OtherServer.Introspection.class, "off");

  @Test
  void namesAreSortedOneOnALine() {
    CommandRun run = CommandRun.of("methods", SAMPLES.url());
    assertEquals(0, run.status());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("sample.add\nsample.days_between\n"), run.out());
    assertTrue(run.out().endsWith("validator1.simpleStructReturnTest\n"), run.out());
  }

  @Test
  void longListHasSignaturesAndHelp() {
    CommandRun run = CommandRun.of("methods", "--long", SAMPLES.url());
    assertEquals(0, run.status());
    assertTrue(
        run.out()
            .startsWith(
                """
                i8 sample.add(int a, int b)
                double sample.add(double... numbers)
                    Adds numbers.
                i8 sample.days_between(dateTime.iso8601 from, dateTime.iso8601 to)
                    Counts the days from one date to another.
                """),
        run.out());
  }

  @Test
  void serversOfOthersAreAskedOneByOneInOneCall() {
    assertEquals(
        new CommandRun(
            0,
            """
            int a.plain(string param1, undefined param2)
            array a.plain()
                Does it.
            b.evil\\u009b31m(...)
                */ \\u002a/ <b>\\u202e
            c.unknown(...)
                */ \\u002a/ <b>\\u202e
            """,
            ""),
        CommandRun.of("methods", "--long", OTHER.url()));
  }

  @Test
  void namesAsJson() {
    assertEquals(
        new CommandRun(
            0,
            """
            [
              "a.plain",
              "b.evil\\u009b31m",
              "c.unknown"
            ]
            """,
            ""),
        CommandRun.of("methods", "--json", OTHER.url()));
  }

  @Test
  void longListAsJson() {
    CommandRun run = CommandRun.of("methods", "--json", "--long", OTHER.url());
    assertTrue(
        run.out()
            .startsWith(
                """
                [
                  {
                    "name": "a.plain",
                    "signatures": [
                      "int a.plain(string param1, undefined param2)",
                      "array a.plain()"
                    ],
                    "help": "\\r\\n  Does it. \\r\\nReally."
                  },
                """),
        run.out());
  }
}
