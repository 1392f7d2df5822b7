package dev.farcall.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HelpProcessorTest {

  @TempDir Path output;

  @Test
  void javadocOfAnAnnotatedMethodIsKept() {
    compile(
        """
        package com.example;
        public class Sample {
          /** Adds. */
          @dev.farcall.XmlRpcMethod public int add(int a, int b) { return a + b; }
        }
        """);

    assertEquals(Map.of("add(int,int)", "Adds."), help("com.example.Sample"));
  }

  @Test
  void parametersAndResultFollowTheText() {
    compile(
        """
        package com.example;
        public class Sample {
          /**
           * Adds two numbers,
           * and never overflows.
           *
           * @param a the first
           * @param b the second,
           *     which may be {@code 0}
           * @return their sum
           * @throws ArithmeticException never
           */
          @dev.farcall.XmlRpcMethod public long add(int a, int b) { return (long) a + b; }
        }
        """);

    assertEquals(
        "Adds two numbers, and never overflows.\n\na: the first\nb: the second, which may be 0\n"
            + "Returns their sum",
        help("com.example.Sample").get("add(int,int)"));
  }

  @Test
  void amongAnnotatedMethodsTheOthersAreLeftOut() {
    compile(
        """
        package com.example;
        public class Sample {
          /** One. */ @dev.farcall.XmlRpcMethod public void one() {}
          /** Two. */ public void two() {}
        }
        """,
        "-Afarcall.help=com.example.Sample");

    assertEquals(Map.of("one()", "One."), help("com.example.Sample"));
  }

  @Test
  void ofANamedTypeThePublicMethodsAreKept() {
    compile(
        """
        package com.example;
        public class Sample {
          /** One. */ public void one() {}
          /** Two. */ void two() {}
          /** Three. */ public static void three() {}
          public void four() {}
        }
        """,
        "-Afarcall.help=com.example.Other, com.example.Sample");

    assertEquals(Map.of("one()", "One."), help("com.example.Sample"));
  }

  @Test
  void aNamedPackageStandsForItsTypes() {
    compile(
        """
        package com.example;
        public interface Sample {
          /** One. */ void one();
        }
        """,
        "-Afarcall.help=com.example.*");

    assertEquals(Map.of("one()", "One."), help("com.example.Sample"));
  }

  @Test
  void aNamedPackageDoesNotStandForThoseBelowIt() {
    compile(
        """
        package com.example;
        public interface Sample {
          /** One. */ void one();
        }
        """,
        "-Afarcall.help=com.*");

    assertEquals(List.of(), written());
  }

  @Test
  void aTypeThatNobodyNamesGetsNoFile() {
    compile(
        """
        package com.example;
        public interface Sample {
          /** One. */ void one();
        }
        """);

    assertEquals(List.of(), written());
  }

  @Test
  void aTypeWithoutJavadocGetsNoFile() {
    compile(
        """
        package com.example;
        public interface Sample {
          @dev.farcall.XmlRpcMethod void one();
        }
        """);

    assertEquals(List.of(), written());
  }

  @Test
  void aNestedTypeHasItsBinaryName() {
    compile(
        """
        package com.example;
        class Sample {
          interface Inner {
            /** One. */ @dev.farcall.XmlRpcMethod void one();
          }
        }
        """);

    assertEquals(Map.of("one()", "One."), help("com.example.Sample$Inner"));
  }

  @Test
  void keysHaveTheNamesOfReflection() {
    compile(
        """
        package com.example;
        import java.util.*;
        import org.jspecify.annotations.Nullable;
        interface Sample {
          /** One. */
          @dev.farcall.XmlRpcMethod
          <T extends Number> void one(
              byte[] a, List<String>[][] b, Map.Entry<?, ?> c, T d, @Nullable String e, int... f);
        }
        """);

    assertEquals(
        "[one(byte[],java.util.List[][],java.util.Map$Entry,java.lang.Number,java.lang.String,"
            + "int[])]",
        help("com.example.Sample").keySet().toString());
  }

  @Test
  void overloadsHaveAKeyEach() {
    compile(
        """
        package com.example;
        interface Sample {
          /** Of text. */ @dev.farcall.XmlRpcMethod void of(String text);
          /** Of a number. */ @dev.farcall.XmlRpcMethod void of(double number);
        }
        """);

    assertEquals(
        Map.of("of(java.lang.String)", "Of text.", "of(double)", "Of a number."),
        help("com.example.Sample"));
  }

  @Test
  void specialCharactersSurviveTheFile() {
    compile(
        """
        package com.example;
        interface Sample {
          /** = : # ! a\\b, tür, \uD83D\uDE00 */ @dev.farcall.XmlRpcMethod void one();
        }
        """);

    assertEquals(Map.of("one()", "= : # ! a\\b, tür, \uD83D\uDE00"), help("com.example.Sample"));
  }

  @Test
  void theFileHoldsTheKeysInOrderAndNothingElse() throws IOException {
    compile(
        """
        package com.example;
        interface Sample {
          /** Two. */ @dev.farcall.XmlRpcMethod void two();
          /** One<p>more. */ @dev.farcall.XmlRpcMethod void one();
        }
        """);

    assertEquals(
        "one()=One\\n\\nmore.\ntwo()=Two.\n", Files.readString(file("com.example.Sample")));
  }

  @Test
  void aFileThatCannotBeWrittenIsAnError() throws IOException {
    Files.createFile(output.resolve("META-INF"));

    String log =
        messages(
            """
            package com.example;
            interface Sample {
              /** One. */ @dev.farcall.XmlRpcMethod void one();
            }
            """);

    assertTrue(
        log.contains("error: cannot write META-INF/farcall/com.example.Sample.properties: "), log);
  }

  private void compile(String source, String... options) {
    assertEquals("", messages(source, options));
  }

  private String messages(String source, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-proc:only", "-d", output.toString()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    JavaCompiler.CompilationTask task =
        compiler.getTask(log, null, null, arguments, null, List.of(new Source(source)));
    task.setProcessors(List.of(new HelpProcessor()));
    task.call();
    return log.toString();
  }

  private Map<String, String> help(String type) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(type), UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  private Path file(String type) {
    return output.resolve("META-INF/farcall/" + type + ".properties");
  }

  private List<Path> written() {
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///com/example/Sample.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
