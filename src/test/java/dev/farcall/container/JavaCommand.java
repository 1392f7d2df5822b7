package dev.farcall.container;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, with 128 MB of heap. */
final class JavaCommand {

  private JavaCommand() {}

  /** One that is not started yet, whose output has its errors, too. */
  static ProcessBuilder of(Path javaHome, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    // What is softly held, as the buffers that Woodstox keeps for each thread, is dropped when
    // memory
    // is needed, and with it the classes of an application that is gone. Here at once: it would
    // hide
    // what is held for good.
    command.addAll(List.of("-Xmx128m", "-XX:SoftRefLRUPolicyMSPerMB=0"));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // On a build server these make the JVM print a line of its own.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
