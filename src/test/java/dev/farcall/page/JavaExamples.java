package dev.farcall.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes named {@code Example}, compiled here, and run by one JVM of its own. */
final class JavaExamples {

  private JavaExamples() {}

  /** Compiles each in its folder, and runs them; what they printed. */
  static String run(Path folder, List<Path> sources) throws Exception {
    List<Path> folders = new ArrayList<>();
    for (Path source : sources) {
      compile(source);
      folders.add(source.resolveSibling("."));
    }
    return Language.run(
        folder,
        folders,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-cp",
        classPath(),
        JavaExamples.class.getName());
  }

  /** Compiles one beside its source, as strictly as javac can, and as ASCII. */
  static void compile(Path source) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.US_ASCII)) {
      List<String> options =
          List.of(
              "-cp",
              classPath(),
              "-d",
              source.resolveSibling("").toString(),
              "-proc:none",
              "-Xlint:all,-processing,-classfile,-path",
              "-Werror");
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertTrue(compiled, messages::toString);
    }
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
