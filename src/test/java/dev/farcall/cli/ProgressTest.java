package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final StringWriter text = new StringWriter();

  @Test
  void lineIsReplacedAndGoneInTheEnd() {
    Progress progress = Progress.shownOn(new PrintWriter(text));
    progress.show("10 of 10");
    progress.show("done");
    progress.end();
    assertEquals("\r10 of 10\rdone    \r    \r", text.toString());
  }

  @Test
  void endOfNothingIsNothing() {
    Progress.shownOn(new PrintWriter(text)).end();
    assertEquals("", text.toString());
  }
}
