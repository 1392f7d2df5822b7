package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Classes that are on no class path but the one that a test gives. */
final class HandlerClasses {

  private HandlerClasses() {}

  /** Compiles a class into this directory, which is returned. */
  static Path compile(Path directory, String name, String source) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", directory.toString(), file.toString());
    assertEquals(0, status);
    return directory;
  }
}
