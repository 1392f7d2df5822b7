package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DescribeTest {

  @RegisterExtension private static final CalledServer SAMPLES = CalledServer.ofSamples();

  @RegisterExtension
  private static final CalledServer OTHER =
      CalledServer.of("system", OtherServer.Introspection.class, "off");

  @RegisterExtension
  private static final CalledServer ROLES =
      CalledServer.of("system", OtherServer.Roles.class, "off");

  @Test
  void membersAreShownWhereTheServerTellsThem() {
    assertEquals(
        new CommandRun(
            0,
            """
            struct Person sample.oldest(array of struct Person people)

            struct Person
              string name
              dateTime.iso8601 born
              [string email]
              [array of string tags]

            Finds the oldest of some people.

            people: each with a name, a birthday and perhaps an address
            Returns the one with the earliest birthday, nil for nobody

            Calling it twice does no more than calling it once.
            """,
            ""),
        CommandRun.of("describe", SAMPLES.url(), "sample.oldest"));
  }

  @Test
  void rolesAreShownWhereTheServerTellsThem() {
    assertEquals(
        new CommandRun(0, "a(...)\n\nNeeds a role: admin, oper\\u009bator\n", ""),
        CommandRun.of("describe", ROLES.url(), "a"));
  }

  @Test
  void signaturesAndHelpAreWhatOthersHave() {
    assertEquals(
        new CommandRun(
            0,
            """
            int a.plain(string param1, undefined param2)
            array a.plain()

            Does it.\s
            Really.
            """,
            ""),
        CommandRun.of("describe", OTHER.url(), "a.plain"));
  }

  @Test
  void missingMethodIsTheServersFault() {
    assertEquals(
        new CommandRun(1, "", "fault -32601: no method nope\n"),
        CommandRun.of("describe", SAMPLES.url(), "nope"));
  }

  @Test
  void halfAnAnswerIsBetterThanNone() {
    assertEquals(
        new CommandRun(0, "c.unknown(...)\n\n*/ \\u002a/ <b>\\u202e\n", ""),
        CommandRun.of("describe", OTHER.url(), "c.unknown"));
  }

  @Test
  void faultTellsThatThereIsNone() {
    assertEquals(
        new CommandRun(1, "", "fault -32601: not that\\u009b one\n"),
        CommandRun.of("describe", OTHER.url(), "d.missing"));
  }
}
