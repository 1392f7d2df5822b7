package dev.farcall.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Lines that call the war, taken apart by a shell, and run without the war. */
final class CommandLines {

  private static final String SPLIT =
      "java() { printf '%s\\0' \"$#\" \"$@\"; }; for file; do . \"$file\"; done";

  private CommandLines() {}

  /** Runs them all; what was printed. */
  static String run(Path folder, List<Path> programs) throws Exception {
    String words = Language.run(folder, programs, "sh", "-ec", SPLIT, "sh");
    Iterator<String> rest = Arrays.asList(words.split("\0", -1)).iterator();
    StringBuilder printed = new StringBuilder();
    for (int i = 0; i < programs.size(); i++) {
      printed.append(run(next(rest)));
    }
    return printed.toString();
  }

  private static List<String> next(Iterator<String> rest) {
    String[] words = new String[Integer.parseInt(rest.next())];
    Arrays.setAll(words, index -> rest.next());
    return Arrays.asList(words);
  }

  private static String run(List<String> command) {
    assertEquals(List.of("-jar", "farcall.war"), command.subList(0, 2));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = command.subList(2, command.size()).toArray(String[]::new);
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertEquals("", err.toString());
    assertEquals(0, status);
    return out.toString();
  }
}
