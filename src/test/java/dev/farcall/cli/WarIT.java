package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.Needed;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The war as it is shipped: what is in it, and that it is a program. */
final class WarIT {

  /** A call that runs from one file's appearance to another's. */
  private static final String SLOW =
      """
      import java.nio.file.*;
      public class Slow {
        public String run(String directory) throws Exception {
          Files.createFile(Path.of(directory, "started"));
          while (!Files.exists(Path.of(directory, "finish"))) {
            Thread.sleep(10);
          }
          return "finished";
        }
      }
      """;

  private static final String COMMAND_LINE =
      "dev/farcall/cli/.*|(.*/)?(picocli|gson|javapoet|jetty|slf4j|farcall-cli)[^/]*\\.jar";

  @TempDir private Path directory = Path.of("");

  @Test
  void webApplicationHasNothingOfTheCommandLine() throws IOException {
    List<String> names = names("farcall.war");
    List<String> classes = below("WEB-INF/classes/", names);
    assertTrue(classes.contains("dev/farcall/servlet/XmlRpcServlet.class"), classes::toString);
    assertEquals(List.of(), classes.stream().filter(n -> n.matches(COMMAND_LINE)).toList());
    List<String> libraries = below("WEB-INF/lib/", names);
    assertTrue(libraries.toString().contains("woodstox-core"), libraries::toString);
    assertEquals(List.of(), libraries.stream().filter(n -> n.matches(COMMAND_LINE)).toList());
  }

  @Test
  void libraryHasNothingOfTheCommandLine() throws IOException {
    List<String> names = names("farcall.classes");
    assertTrue(names.contains("dev/farcall/servlet/XmlRpcServlet.class"), names::toString);
    assertFalse(names.stream().anyMatch(name -> name.matches(COMMAND_LINE)), names::toString);
  }

  @Test
  void billOfMaterialsHasWhatIsInTheWar() throws Exception {
    Path war = Path.of(System.getProperty("farcall.war", ""));
    Path list = war.resolveSibling("farcall.cdx.json");
    Needed.orSkip(Files.exists(list), "list of the war, which Maven makes only online");
    String bill = Files.readString(list);
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".jar") && !entry.getName().endsWith("/farcall-cli.jar")) {
          assertTrue(bill.contains(sha256(zip, entry)), entry::getName);
        }
      }
    }
    assertTrue(bill.contains("pkg:maven/org.springframework.boot/spring-boot-loader@"));
  }

  private static String sha256(ZipFile zip, ZipEntry entry) throws Exception {
    try (InputStream jar = zip.getInputStream(entry)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(jar.readAllBytes());
      return HexFormat.of().formatHex(digest);
    }
  }

  @Test
  void versionIsThatOfTheBuild() throws Exception {
    try (WarProcess process = WarProcess.start(err(), "--version")) {
      assertEquals(List.of("farcall " + System.getProperty("farcall.version")), process.rest());
      assertEquals(0, process.status());
    }
  }

  @Test
  void mistakesEndTheProcessWithTwo() throws Exception {
    try (WarProcess process = WarProcess.start(err(), "serve", "--port", "-1")) {
      assertEquals(List.of(), process.rest());
      assertEquals(2, process.status());
      assertTrue(
          Files.readString(err()).startsWith("farcall: --port: expected a port from 0 to 65535"));
    }
  }

  @Test
  void runningCallIsAnsweredAfterSigtermAndNewOnesAreRefused() throws Exception {
    HandlerClasses.compile(directory, "Slow", SLOW);
    try (WarProcess process =
        WarProcess.start(
            err(),
            "serve",
            "--port",
            "0",
            "--class-path",
            directory.toString(),
            "--handler",
            "slow=Slow",
            "--setting",
            "status=on")) {
      URI uri = process.uri();
      CompletableFuture<HttpResponse<String>> answer =
          Rpc.of(uri).callLater("slow.run", directory.toString());
      await(() -> Files.exists(directory.resolve("started")));
      process.terminate();
      await(() -> isRefusedUnprocessed(uri));
      assertEquals("not ready", text(uri.resolve("/status/ready")).strip());
      Files.createFile(directory.resolve("finish"));
      String body = answer.get(30, TimeUnit.SECONDS).body();
      assertTrue(body.contains("finished"), body);
      assertEquals(128 + 15, process.status());
      assertEquals(List.of(), process.rest());
      assertTrue(isClosed(uri));
    }
  }

  private static boolean isRefusedUnprocessed(URI uri) {
    HttpResponse<String> answer = Rpc.of(uri).callLater("system.listMethods").join();
    return answer.statusCode() == 503
        && answer.headers().firstValue("Farcall-Unprocessed").isPresent();
  }

  @Test
  void oneProcessCallsTheOther() throws Exception {
    try (WarProcess server = WarProcess.start(err(), "serve", "--port", "0")) {
      String url = server.uri().toString();
      assertEquals(List.of("9"), output("call", url, "sample.get_power", "3", "2"));
      List<String> type = output("generate", "--prefix", "sample", url);
      assertTrue(type.contains("public interface Sample {"), type::toString);
      List<String> report = output("check", url);
      assertTrue(report.contains("validator1: 8 of 8 passed"), report::toString);
    }
  }

  @Test
  void statusIsAnsweredWhenTurnedOn() throws Exception {
    try (WarProcess server =
        WarProcess.start(err(), "serve", "--port", "0", "--setting", "status=on")) {
      URI uri = server.uri();
      assertEquals("ready", text(uri.resolve("/status/ready")).strip());
      String metrics = text(uri.resolve("/status/metrics"));
      assertTrue(metrics.contains("farcall_server_in_flight"), metrics);
    }
  }

  private static String text(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    boolean failed = connection.getResponseCode() >= 400;
    try (InputStream body = failed ? connection.getErrorStream() : connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> output(String... args) throws Exception {
    try (WarProcess process = WarProcess.start(directory.resolve("complaints"), args)) {
      List<String> output = process.rest();
      assertEquals(0, process.status());
      return output;
    }
  }

  private Path err() {
    return directory.resolve("err");
  }

  private static List<String> names(String property) throws IOException {
    try (ZipFile zip = new ZipFile(new File(System.getProperty(property, "")))) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static List<String> below(String folder, List<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(folder))
        .map(name -> name.substring(folder.length()))
        .toList();
  }

  private static boolean isClosed(URI uri) throws IOException {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }

  private static void await(Condition condition) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (!condition.holds()) {
            Thread.sleep(10);
          }
        });
  }

  /** Something that becomes true. */
  private interface Condition {
    boolean holds() throws IOException;
  }
}
