package dev.farcall.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Classes named {@code Example}, compiled here, and run by one JVM of its own. */
final class JavaExamples {

  private static final List<String> OPTIONS =
      List.of(
          "-cp", classPath(), "-proc:none", "-Xlint:all,-processing,-classfile,-path", "-Werror");

  private JavaExamples() {}

  /** Compiles each beside its source, and runs them; what they printed. */
  static String run(Path folder, List<Path> sources) throws Exception {
    compile(sources);
    return Language.run(
        folder,
        sources.stream().map(Path::getParent).toList(),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath(),
        JavaExamples.class.getName());
  }

  /** Compiles each beside its source, as strictly as javac can, and as ASCII. */
  static void compile(List<Path> sources) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    // One for all, since it takes its time to look through the class path.
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.US_ASCII)) {
      for (Path source : sources) {
        files.setLocationFromPaths(
            StandardLocation.CLASS_OUTPUT, List.of(source.resolveSibling("")));
        compile(compiler, files, source);
      }
    }
  }

  private static void compile(JavaCompiler compiler, StandardJavaFileManager files, Path source) {
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(messages, files, null, OPTIONS, null, files.getJavaFileObjects(source))
            .call();
    assertTrue(compiled, messages::toString);
  }

  /** Runs the class {@code Example} of each of these folders. */
  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      URL[] classes = {Path.of(folder).toUri().toURL()};
      try (URLClassLoader loader =
          new URLClassLoader(classes, JavaExamples.class.getClassLoader())) {
        loader
            .loadClass("Example")
            .getMethod("main", String[].class)
            .invoke(null, (Object) new String[0]);
      }
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
