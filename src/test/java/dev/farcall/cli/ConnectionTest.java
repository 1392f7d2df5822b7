package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionTest {

  @RegisterExtension
  private static final CalledServer SERVER =
      CalledServer.of("sent", OtherServer.Headers.class, "on");

  @RegisterExtension
  private static final CalledServer HTTPS = CalledServer.ofSamples().withCertificate();

  @TempDir private Path directory = Path.of("");

  @Test
  void headersAreSent() {
    assertEquals(new CommandRun(0, "a: b\n", ""), header("X-Own", "--header", "X-Own: a: b"));
  }

  @Test
  void headerNeedsAName() {
    assertEquals(
        "farcall: Invalid value for option '--header' ('NAME: VALUE'): expected 'Name: value'",
        header("X", "--header", ":x").complaint());
  }

  @Test
  void headersOfTheClientItselfAreRefused() {
    assertEquals(
        new CommandRun(2, "", "farcall: the header Host is written by the client itself\n"),
        header("X", "--header", "Host: x"));
  }

  @Test
  void passwordMayStandBehindTheUser() {
    assertEquals(
        new CommandRun(0, "Basic YW5uOmE6Yg==\n", ""),
        header("Authorization", "--user", "ann:a:b"));
  }

  @Test
  void passwordMayBeInAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "a:b\n");
    assertEquals(
        new CommandRun(0, "Basic YW5uOmE6Yg==\n", ""),
        header("Authorization", "--user", "ann", "--password-file", file.toString()));
  }

  @Test
  void exchangeIsShownWithoutSecrets() {
    CommandRun run = header("X", "--verbose", "--user", "ann:secret");
    assertEquals("none\n", run.out());
    assertTrue(run.err().contains("POST"), run.err());
    assertTrue(run.err().contains("<methodName>sent.header</methodName>"), run.err());
    assertFalse(run.err().contains("YW5uOnNlY3JldA=="), run.err());
  }

  @Test
  void certificatesOfAFileAreTrusted() {
    assertEquals(
        new CommandRun(0, "9\n", ""),
        CommandRun.of(
            "call",
            "--cacert",
            "target/dev-certificate.pem",
            HTTPS.url(),
            "sample.get_power",
            "3",
            "2"));
  }

  @Test
  void othersAreNot() {
    CommandRun run = CommandRun.of("call", HTTPS.url(), "sample.today");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("farcall: " + HTTPS.url() + ": "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void fileWithoutCertificatesIsSaid() throws IOException {
    Path file = Files.writeString(directory.resolve("empty.pem"), "");
    assertEquals(
        new CommandRun(2, "", "farcall: --cacert: " + file + " holds no certificate\n"),
        header("X", "--cacert", file.toString()));
  }

  @Test
  void socketThatIsNotThereIsSaid() {
    CommandRun run = header("X", "--unix-socket", directory.resolve("none").toString());
    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void socketHasNoCertificates() {
    assertEquals(
        "farcall: --cacert and --unix-socket exclude each other",
        header("X", "--unix-socket", "x", "--cacert", "y").complaint());
  }

  private static CommandRun header(String name, String... options) {
    List<String> words = new ArrayList<>(List.of("call"));
    words.addAll(List.of(options));
    words.addAll(List.of(SERVER.url(), "sent.header", name));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
