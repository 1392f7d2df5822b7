package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.farcall.client.XmlRpcClient;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class GenerateTest {

  @RegisterExtension private static final CalledServer SAMPLES = CalledServer.ofSamples();

  @RegisterExtension
  private static final CalledServer PLAIN =
      CalledServer.of("system", OtherServer.Introspection.class, "off");

  @RegisterExtension
  private static final CalledServer HOSTILE =
      CalledServer.of("system", OtherServer.Descriptions.class, "off");

  @TempDir private Path directory = Path.of("");

  @Test
  void interfaceHasMethodsAndRecords() throws IOException {
    assertWrites("described.txt", "--prefix", "sample", SAMPLES.url());
  }

  @Test
  void interfaceIsOneForProxy() throws Exception {
    assertEquals(
        new CommandRun(0, directory.resolve("com/example/Sample.java") + "\n", ""),
        CommandRun.of(
            "generate",
            "--prefix",
            "sample",
            "--package",
            "com.example",
            "--output",
            directory.toString(),
            SAMPLES.url()));
    assertEquals("", compile(directory.resolve("com/example/Sample.java")));
    try (URLClassLoader classes = new URLClassLoader(new URL[] {directory.toUri().toURL()});
        XmlRpcClient client = XmlRpcClient.builder(SAMPLES.url()).build()) {
      Class<?> type = classes.loadClass("com.example.Sample");
      Object sample = client.proxy(type, "sample");
      assertEquals(9L, type.getMethod("get_power", int.class, int.class).invoke(sample, 3, 2));
      assertEquals(
          6.0, type.getMethod("add", double[].class).invoke(sample, new double[] {1, 2, 3}));
    }
  }

  @Test
  void namesAndTextsOfOthersAreNoCode() throws Exception {
    Path file = directory.resolve("RemoteMethods.java");
    assertEquals(
        new CommandRun(0, file + "\n", ""),
        CommandRun.of("generate", "--output", directory.toString(), HOSTILE.url()));
    assertEquals("", compile(file));
    assertFalse(Files.readString(file).matches("(?s).*[\u202e\u2028].*"));
    try (Stream<Path> made = Files.list(directory)) {
      List<String> strangers =
          made.map(each -> each.getFileName().toString())
              .filter(name -> !name.startsWith("RemoteMethods"))
              .toList();
      assertEquals(List.of(), strangers);
    }
    try (URLClassLoader classes = new URLClassLoader(new URL[] {directory.toUri().toURL()});
        XmlRpcClient client = XmlRpcClient.builder(HOSTILE.url()).build()) {
      Object unused = client.proxy(classes.loadClass("RemoteMethods"));
    }
  }

  @Test
  void whatIsNotToldIsObject() throws IOException {
    assertWrites("undescribed.txt", "--class-name", "Other", PLAIN.url());
  }

  @Test
  void samplesTellMembers() throws IOException {
    assertWrites(
        "sampled.txt", "--prefix", "system", "--sample", "system.getCapabilities", SAMPLES.url());
  }

  @Test
  void markdownObeysNoText() throws IOException {
    assertWrites("page.md", "--markdown", PLAIN.url());
  }

  @Test
  void noMethodsOfThisPrefix() {
    assertEquals(
        new CommandRun(2, "", "farcall: the server tells of no methods that begin with nothing.\n"),
        CommandRun.of("generate", "--prefix", "nothing", SAMPLES.url()));
  }

  @Test
  void namesThatJavaDoesNotHaveAreRefused() {
    assertEquals(
        "farcall: --package: not the name of a package: \"com.class\"",
        CommandRun.of("generate", "--package", "com.class", SAMPLES.url()).complaint());
    assertEquals(
        "farcall: --class-name: not the name of a class: \"a.B\"",
        CommandRun.of("generate", "--class-name", "a.B", SAMPLES.url()).complaint());
  }

  private static void assertWrites(String expected, String... args) throws IOException {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of("generate"), Stream.of(args)).toArray(String[]::new));
    String port = String.valueOf(URI.create(args[args.length - 1]).getPort());
    assertEquals(
        new CommandRun(0, Files.readString(Path.of("src/test/resources/cli", expected)), ""),
        new CommandRun(run.status(), run.out().replace(port, "PORT"), run.err()));
  }

  /** What the compiler has to say, with all its warnings. */
  private String compile(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Boolean unused =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  List.of("-Xlint:all,-processing", "-d", directory.toString(), "-proc:none"),
                  null,
                  files.getJavaFileObjects(file))
              .call();
    }
    return complaints.toString();
  }
}
