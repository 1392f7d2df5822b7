package dev.farcall.container;

import java.io.IOException;
import java.util.List;
import java.util.Scanner;

/** What the JDK's own tool tells of a JVM. */
final class Jcmd {

  private Jcmd() {}

  /** The bytes of all objects that live, after a full garbage collection. */
  static long heap(long pid) throws IOException {
    return number(1, line("Total", histogram(pid)));
  }

  /** How many objects of a class live, after a full garbage collection. */
  static long instances(long pid, String className) throws IOException {
    List<String> lines =
        histogram(pid).stream()
            .filter(line -> line.matches(".*\\s\\Q" + className + "\\E(\\s.*)?"))
            .map(line -> line.substring(line.indexOf(':') + 1))
            .toList();
    return lines.isEmpty() ? 0 : number(0, lines.get(0));
  }

  /** The names of the threads that begin so. */
  static List<String> threads(long pid, String prefix) throws IOException {
    return run(pid, "Thread.print").stream()
        .filter(line -> line.startsWith("\"" + prefix))
        .map(line -> line.substring(1, line.indexOf('"', 1)))
        .toList();
  }

  // It is the second collection that drops what is softly held and was used just before the first.
  private static List<String> histogram(long pid) throws IOException {
    run(pid, "GC.run");
    return run(pid, "GC.class_histogram");
  }

  private static List<String> run(long pid, String command) throws IOException {
    String jcmd = Jdk.running().resolve("bin/jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
    return process.inputReader().lines().toList();
  }

  private static String line(String start, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(String.join("\n", lines)))
        .substring(start.length());
  }

  private static long number(int index, String line) {
    try (Scanner scanner = new Scanner(line)) {
      for (int i = 0; i < index; i++) {
        scanner.nextLong();
      }
      return scanner.nextLong();
    }
  }
}
