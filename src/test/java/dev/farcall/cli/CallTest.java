package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class CallTest {

  @RegisterExtension private static final CalledServer SERVER = CalledServer.ofSamples();

  @TempDir private Path directory = Path.of("");

  @Test
  void numberIsPrintedAlone() {
    assertPrints("9\n", "sample.get_power", "3", "2");
  }

  @Test
  void textIsPrintedAsItIs() {
    assertPrints("two: words\n", "sample.echo", "two: words");
  }

  @Test
  void structsAndArraysArePrintedAsATree() {
    assertPrints(
        """
        name: Ann
        born: 1980-05-17T00:00:00
        tags:
          - a
          - "true"
          - - 1
            - 2.5
          - x: null
            y: {}
        photo: !!binary "AQI="
        "1": []
        """,
        "sample.echo",
        "{\"name\":\"Ann\",\"born\":{\"$t\":\"19800517T00:00:00\"},\"tags\":[\"a\",\"true\",[1,2.5],"
            + "{\"x\":null,\"y\":{}}],\"photo\":{\"$x\":\"0102\"},\"1\":[]}");
  }

  @Test
  void jsonKeepsTheOrderAndEscapesControls() {
    assertPrints(
        """
        {
          "z": "\\u009b1m\\n\\u202e",
          "a": [
            5000000000,
            1.5,
            true,
            null,
            "2026-11-23T10:00:00+02:00",
            "AQI="
          ]
        }
        """,
        "--json",
        "sample.echo",
        "{\"z\":\"\u009b1m\\n\u202e\",\"a\":[5000000000,1.5,true,null,"
            + "{\"$t\":\"2026-11-23T10:00:00+02:00\"},{\"$64\":\"AQI=\"}]}");
  }

  @Test
  void terminalObeysNothingInAText() {
    assertPrints("a\tb\n\\u009b31m\n", "sample.echo", "a\tb\n\u009b31m");
  }

  @Test
  void optionsMayStandBehindArgumentsAndNumbersMayBeNegative() {
    assertPrints("-3\n", "sample.add", "-5", "2", "--json");
  }

  @Test
  void rawIsTheAnswerAsItCame() {
    assertPrints(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param><value>"
            + "<int>9</int></value></param></params></methodResponse>",
        "--raw",
        "sample.get_power",
        "3",
        "2");
  }

  @Test
  void faultIsShownRawToo() {
    CommandRun run = call("--raw", "sample.divide", "1", "0");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("<int>4</int>"), run.out());
    assertEquals("fault 4: division by zero\n", run.err());
  }

  @Test
  void faultIsNoResult() {
    assertEquals(
        new CommandRun(1, "", "fault 4: division by zero\n"), call("sample.divide", "1.0", "0.0"));
  }

  @Test
  void faultIsJsonWhereTheResultWouldBe() {
    assertEquals(
        new CommandRun(
            1,
            "",
            """
            {
              "faultCode": 4,
              "faultString": "division by zero"
            }
            """),
        call("--json", "sample.divide", "1", "0"));
  }

  @Test
  void bytesGoIntoAFileAsTheyAre() throws Exception {
    Path in = Files.write(directory.resolve("in"), new byte[] {1, 2, 3});
    Path out = directory.resolve("out");
    assertPrints("", "--output", out.toString(), "sample.reverse", "f:" + in);
    assertArrayEquals(new byte[] {3, 2, 1}, Files.readAllBytes(out));
  }

  @Test
  void textGoesIntoAFileAsItIs() throws Exception {
    Path out = directory.resolve("out");
    assertPrints("", "--output", out.toString(), "sample.echo", "\u009bx");
    assertEquals("\u009bx", Files.readString(out));
  }

  @Test
  void bytesArePrintedAsBase64() {
    assertPrints("AwIB\n", "sample.reverse", "x:010203");
  }

  @Test
  void nilNeedsADialectThatHasIt() {
    assertPrints("null\n", "sample.echo", "n:");
    assertPrints("null\n", "--dialect", "apache", "sample.echo", "n:");
    CommandRun refused = call("--dialect", "specification", "sample.echo", "n:");
    assertEquals(2, refused.status());
    assertTrue(refused.err().startsWith("farcall: "), refused.err());
  }

  @Test
  void wrongArgumentIsNamed() {
    assertEquals(
        new CommandRun(2, "", "farcall: argument 2: expected a whole number, got \"5x\"\n"),
        call("sample.add", "1", "i:5x"));
  }

  @Test
  void misspeltOptionIsNoArgument() {
    CommandRun run = call("sample.echo", "--jsn");
    assertEquals(2, run.status());
    assertEquals("farcall: Unknown option: '--jsn'; a text is written s:--jsn", run.complaint());
  }

  @Test
  void jsonAndRawExcludeEachOther() {
    assertEquals(
        "farcall: --json and --raw exclude each other",
        call("--json", "--raw", "sample.today").complaint());
  }

  @Test
  void nobodyThere() {
    CommandRun run = CommandRun.of("call", "http://127.0.0.1:9/RPC2", "x");
    assertEquals(
        new CommandRun(
            2, "", "farcall: http://127.0.0.1:9/RPC2: nothing accepts connections there\n"),
        run);
  }

  @Test
  void addressNeedsAScheme() {
    assertEquals(
        new CommandRun(
            2,
            "",
            "farcall: the address of a server begins with http:// or https://, got none of them\n"),
        CommandRun.of("call", "//x/RPC2", "x"));
  }

  @Test
  void otherMachinesAreNotCalledOverPlainHttp() {
    assertEquals(
        new CommandRun(
            2,
            "",
            "farcall: example.org would be called over plain http, where anybody on the way can"
                + " read and change calls; use https, or allow it by --plain-http\n"),
        CommandRun.of("call", "http://example.org/RPC2", "x"));
  }

  @Test
  void timeoutIsPositive() {
    assertEquals(
        "farcall: --timeout: expected seconds from 0.001 to 1000000, got 0",
        call("--timeout", "0", "sample.today").complaint());
  }

  @Test
  void helpExplainsArgumentsAndHasExamples() {
    CommandRun run = CommandRun.of("help", "call");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("  i:5  l:5000000000 "), run.out());
    assertTrue(run.out().contains("\nExamples:\n  farcall call http://"), run.out());
    assertFalse(run.out().lines().anyMatch(line -> line.length() > 100), run.out());
  }

  private static void assertPrints(String out, String... args) {
    assertEquals(new CommandRun(0, out, ""), call(args));
  }

  /** Puts the address where it belongs: before the first word that is no option or its value. */
  private static CommandRun call(String... args) {
    List<String> words = new ArrayList<>(List.of("call", SERVER.url()));
    words.addAll(List.of(args));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
