package dev.farcall.page;

import dev.farcall.testkit.Needed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The languages in which the page shows a call, and what runs a program of each. */
enum Language {
  JAVA("java", "Example.java", "javac -version") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      return JavaExamples.run(folder, programs);
    }
  },
  PYTHON("python", "call.py", "python3 --version") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      String all = "import runpy, sys\nfor file in sys.argv[1:]: runpy.run_path(file)";
      return run(folder, programs, "python3", "-W", "error", "-c", all);
    }
  },
  PHP("php", "call.php", "php -r exit(extension_loaded('SimpleXML')?0:1);") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      return run(folder, programs, "sh", "-ec", "for file; do php \"$file\"; done", "sh");
    }
  },
  RUBY("ruby", "call.rb", "ruby -rxmlrpc/client -e1") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      String all = "ARGV.each { |file| Process.wait(fork { load file }); $?.success? or exit 1 }";
      return run(folder, programs, "ruby", "-rxmlrpc/client", "-e", all);
    }
  },
  NODE("node", "call.mjs", "node --version") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      String all = "for (const file of process.argv.slice(1)) await import(file);";
      return run(folder, programs, "node", "--input-type=module", "-e", all);
    }
  },
  CURL("curl", "call.sh", "curl --version") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      return run(folder, programs, "sh", "-ec", "for file; do sh -e \"$file\"; done", "sh");
    }
  },
  CLI("cli", "call.sh", "sh -c :") {
    @Override
    String run(Path folder, List<Path> programs) throws Exception {
      return CommandLines.run(folder, programs);
    }
  };

  /** What the page calls it. */
  final String id;

  /** How a file of it is called. */
  final String file;

  private final String check;

  Language(String id, String file, String check) {
    this.id = id;
    this.file = file;
    this.check = check;
  }

  /**
   * Runs programs one after the other; what they printed.
   *
   * @param folder theirs
   */
  abstract String run(Path folder, List<Path> programs) throws Exception;

  /** Whether what fits an int is sent as one, since all whole numbers are of one type there. */
  boolean narrows() {
    return this == JAVA || this == CLI || this == PYTHON || this == RUBY;
  }

  /** Ends the test unless its programs can be run. */
  void require() throws InterruptedException {
    Needed.command(id + " (as in: " + check + ")", check.split(" "));
  }

  static String run(Path folder, List<Path> programs, String... command) throws Exception {
    List<String> words = new ArrayList<>(Arrays.asList(command));
    programs.forEach(program -> words.add(program.toString()));
    return Programs.run(folder, "", words.toArray(String[]::new));
  }
}
