package dev.farcall.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of Jazzer in a process of its own, since it changes the classes it loads. */
final class JazzerRun {

  private static final List<String> JVM =
      List.of(
          "-Xmx700m",
          "-Xshare:auto",
          "-Djava.util.logging.config.file=target/test-classes/logging.properties");
  // A short run is over before the code it would optimize is run often enough.
  private static final List<String> SHORT_JVM = List.of("-XX:TieredStopAtLevel=1");
  private static final String INSTRUMENTED = "dev.farcall.**:com.ctc.wstx.**";
  // For one input, on a machine that has a hundred other things to do.
  private static final int LONGEST_SECONDS = 60;
  private static final int LONGEST_INPUT = 4_096;
  private static final int LAST_LINES = 30;

  private final Target target;
  private final Path folder;

  private JazzerRun(Target target) {
    this.target = target;
    this.folder = Path.of("target", "fuzz", target.word());
  }

  /**
   * A short run that is the same each time: all inputs to begin with, and as many made of them.
   *
   * @return what is wrong, empty if nothing is
   */
  static String ofInputs(Target target, int made) throws IOException, InterruptedException {
    JazzerRun run = new JazzerRun(target);
    Path seeds = run.seeds();
    Path fresh = Files.createTempDirectory(run.folder, "fresh");
    int runs = target.inputs().size() + made;
    return run.start(
        SHORT_JVM, List.of("-seed=1", "-runs=" + runs, fresh.toString(), seeds.toString()));
  }

  /**
   * A run that goes on from where the last one ended.
   *
   * @return what is wrong, empty if nothing is
   */
  static String ofSeconds(Target target, long seconds) throws IOException, InterruptedException {
    JazzerRun run = new JazzerRun(target);
    Path seeds = run.seeds();
    Path found = Files.createDirectories(run.folder.resolve("corpus"));
    return run.start(
        List.of(), List.of("-max_total_time=" + seconds, found.toString(), seeds.toString()));
  }

  private String start(List<String> jvm, List<String> bounds)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process jazzer =
        new ProcessBuilder(command(jvm, bounds))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return jazzer.waitFor() == 0 ? "" : verdict(log);
    } finally {
      jazzer.destroy();
    }
  }

  private List<String> command(List<String> jvm, List<String> bounds) throws IOException {
    Path findings = Files.createDirectories(folder.resolve("findings"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.className());
    command.add("--instrumentation_includes=" + INSTRUMENTED);
    command.add("--custom_hook_includes=" + INSTRUMENTED);
    command.add("--reproducer_path=" + findings);
    command.add("-artifact_prefix=" + findings + "/");
    command.add("-dict=" + Target.dictionary());
    command.add("-timeout=" + LONGEST_SECONDS);
    command.add("-max_len=" + LONGEST_INPUT);
    // The heap is what is limited.
    command.add("-rss_limit_mb=0");
    command.addAll(bounds);
    return command;
  }

  private Path seeds() throws IOException {
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    for (Input input : target.inputs()) {
      Files.write(seeds.resolve(input.name()), input.bytes());
    }
    return seeds;
  }

  /** The exception, which is not quite the last that is printed. */
  private static String verdict(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    int start = Math.max(0, lines.size() - LAST_LINES);
    for (String line : lines) {
      if (line.startsWith("== Java Exception")) {
        start = Math.min(start, lines.indexOf(line));
      }
    }
    return String.join("\n", lines.subList(start, lines.size()));
  }
}
