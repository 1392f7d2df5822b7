package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MainTest {

  @Test
  void helpIsAskedFor() {
    CommandRun run = CommandRun.of("--help");
    assertEquals(0, run.status());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("Usage: farcall [-hV] [COMMAND]"), run.out());
    assertTrue(run.out().contains("  serve "), run.out());
  }

  @Test
  void commandsHaveHelpOfTheirOwn() {
    CommandRun run = CommandRun.of("serve", "--help");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("Usage: farcall serve "), run.out());
    assertTrue(run.out().contains("opens the server to the"), run.out());
  }

  @Test
  void versionSaysSoWhenNothingIsPackaged() {
    assertEquals(
        new CommandRun(0, "farcall (not packaged)" + System.lineSeparator(), ""),
        CommandRun.of("--version"));
  }

  @Test
  void noCommandIsAMistake() {
    CommandRun run = CommandRun.of();
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertEquals(
        String.format(
            "farcall: Missing required subcommand%n"
                + "Usage: farcall [-hV] [COMMAND]%n"
                + "Try: farcall --help%n"),
        run.err());
  }

  @Test
  void unknownOptionIsAMistake() {
    CommandRun run = CommandRun.of("serve", "--prot", "1");
    assertEquals(2, run.status());
    assertTrue(run.complaint().startsWith("farcall: Unknown options: '--prot'"), run.err());
    assertTrue(run.err().endsWith("Try: farcall serve --help" + System.lineSeparator()));
  }

  @Test
  void completionIsAScript() {
    CommandRun run = CommandRun.of("generate-completion");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("#!/usr/bin/env bash"), run.out());
    assertTrue(run.out().contains("complete -F _complete_farcall -o default farcall"), run.out());
    assertTrue(run.out().contains("--class-path"), run.out());
  }
}
