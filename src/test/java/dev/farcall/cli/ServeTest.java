package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeTest {

  private static final String KEY_STORE = "target/dev-certificate.p12";
  private static final String GREETER =
      "public class Greeter { public String greet(String name) { return \"Hi \" + name; } }";

  @TempDir private Path directory = Path.of("");

  @Test
  void samplesAreServedAndNothingElseIsPrinted() throws Exception {
    try (Serving serving = Serving.with()) {
      URI uri = serving.uris().get(0);
      assertEquals("http://127.0.0.1:" + uri.getPort() + "/RPC2", uri.toString());
      assertAnswer("<string>x</string>", serving.http(), "sample.echo", "x");
      assertEquals(0, serving.end());
      assertEquals(List.of(), serving.rest());
      assertEquals("", serving.err());
    }
  }

  @Test
  void handlersComeFromTheClassPath() throws Exception {
    Path classes = HandlerClasses.compile(directory, "Greeter", GREETER);
    try (Serving serving =
        Serving.with("--class-path", classes.toString(), "--handler", "greeter=Greeter")) {
      assertAnswer("Hi you", serving.http(), "greeter.greet", "you");
      assertAnswer("<string>x</string>", serving.http(), "sample.echo", "x");
    }
  }

  @Test
  void handlerCanHaveNoPrefixAndTheSamplesCanGo() throws Exception {
    Path classes = HandlerClasses.compile(directory, "Greeter", GREETER);
    try (Serving serving =
        Serving.with("--class-path", classes.toString(), "--handler", "=Greeter", "--no-samples")) {
      assertAnswer("Hi you", serving.http(), "greet", "you");
      assertAnswer("-32601", serving.http(), "sample.echo", "x");
      assertAnswer("-32601", serving.http(), "today");
    }
  }

  @Test
  void handlerTakesThePlaceOfASample() throws Exception {
    Path classes = HandlerClasses.compile(directory, "Greeter", GREETER);
    try (Serving serving =
        Serving.with("--class-path", classes.toString(), "--handler", "sample=Greeter")) {
      assertAnswer("Hi you", serving.http(), "sample.greet", "you");
      assertAnswer("-32601", serving.http(), "sample.echo", "x");
    }
  }

  @Test
  void settingTakesThePlaceOfTheOneInWebXml() throws Exception {
    try (Serving serving = Serving.with("--setting", "plain-http=never")) {
      assertEquals(403, serving.http().call("sample.echo", "x").statusCode());
    }
  }

  @Test
  void applicationCanHaveAContextPath() throws Exception {
    try (Serving serving = Serving.with("--context-path", "/calls")) {
      assertEquals("/calls/RPC2", serving.uris().get(0).getPath());
      assertAnswer("<string>x</string>", serving.http(), "sample.echo", "x");
    }
  }

  @Test
  void loopbackAddressOfIpv6IsAnsweredAsPrinted() throws Exception {
    assumeTrue(hasIpv6(), "there is no IPv6 on this machine");
    try (Serving serving = Serving.with("--bind", "::1")) {
      assertEquals("[::1]", serving.uris().get(0).getHost());
      assertAnswer("<string>x</string>", serving.http(), "sample.echo", "x");
    }
  }

  @Test
  void httpsIsSpokenWithTheKeyStore() throws Exception {
    Path password = Files.writeString(directory.resolve("password"), "changeit\n");
    try (Serving serving =
        Serving.with(
            "--https-port",
            "0",
            "--keystore",
            KEY_STORE,
            "--keystore-password-file",
            password.toString())) {
      URI https = serving.uris().get(1);
      assertEquals("https", https.getScheme());
      HttpClient client = HttpClient.newBuilder().sslContext(trustingTheBuild()).build();
      assertAnswer("<string>x</string>", new Rpc(client, https), "sample.echo", "x");
    }
  }

  @Test
  void portInUseIsSaidInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertFailure(
          "cannot listen on 127.0.0.1:" + port + ": Address already in use; see --port and --bind",
          "--port",
          port);
    }
  }

  @Test
  void everythingWrongWithTheDeclarationsIsSaid() {
    assertFailure(
        "servlet \"xmlrpc\" cannot start:"
            + "\n - max-dept: there is no such setting; did you mean max-depth?"
            + "\n - handler.a: there is no class \"no.Such\" in the web application",
        "--handler",
        "a=no.Such",
        "--setting",
        "max-dept=3");
  }

  @Test
  void wrongPasswordIsSaid() throws IOException {
    Path password = Files.writeString(directory.resolve("password"), "wrong");
    assertKeyStoreFailure("the password is wrong", KEY_STORE, password);
  }

  @Test
  void brokenKeyStoreIsSaid() throws IOException {
    Path file = Files.writeString(directory.resolve("broken.p12"), "no key store");
    assertKeyStoreFailure("it is not a readable PKCS12 file", file.toString(), file);
  }

  @Test
  void missingKeyStoreIsSaid() throws IOException {
    Path password = Files.writeString(directory.resolve("password"), "x");
    assertKeyStoreFailure(
        "there is no such file", directory.resolve("missing.p12").toString(), password);
  }

  @Test
  void emptyKeyStoreIsSaid() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    Path file = directory.resolve("empty.p12");
    try (var out = Files.newOutputStream(file)) {
      empty.store(out, "x".toCharArray());
    }
    Path password = Files.writeString(directory.resolve("password"), "x");
    assertKeyStoreFailure("it has no private key", file.toString(), password);
  }

  @Test
  void missingPasswordFileIsSaid() {
    Path missing = directory.resolve("missing");
    assertFailure(
        "--keystore-password-file: cannot read " + missing,
        "--https-port",
        "0",
        "--keystore",
        KEY_STORE,
        "--keystore-password-file",
        missing.toString());
  }

  @Test
  void missingClassPathEntryIsSaid() {
    Path missing = directory.resolve("missing.jar");
    assertFailure("--class-path: there is no " + missing, "--class-path", missing.toString());
  }

  @Test
  void applicationOfSomebodyElseTakesNoHandlers() {
    CommandRun run =
        CommandRun.of(
            "serve", "--port", "0", "--webapp", directory.toString(), "--handler", "a=no.Such");
    assertEquals(
        "farcall: the web application has no servlet named \"xmlrpc\" that could take options",
        run.complaint());
    assertEquals(2, run.status());
  }

  @Test
  void applicationIsAWarOrADirectory() {
    CommandRun run = CommandRun.of("serve", "--port", "0", "--webapp", "pom.xml");
    assertEquals("farcall: --webapp: pom.xml is neither a war nor a directory", run.complaint());
    assertEquals(2, run.status());
  }

  @Test
  void warIsNamedWhereThisIsNotOne() {
    CommandRun run = CommandRun.of("serve", "--port", "0");
    assertEquals(
        "farcall: this was not started as java -jar farcall.war; name the war with --webapp",
        run.complaint());
    assertEquals(2, run.status());
  }

  @Test
  void mistakesInOptionsAreExplained() {
    assertUsage("--port: expected a port from 0 to 65535, got 65536", "--port", "65536");
    assertUsage("--https-port and --keystore need each other", "--https-port", "0");
    assertUsage("--https-port and --keystore need each other", "--keystore", KEY_STORE);
    assertUsage("--keystore-password-file needs --keystore", "--keystore-password-file", "x");
    assertUsage("--context-path: expected / or /name, got \"calls\"", "--context-path", "calls");
    assertUsage("handler.a is set twice", "--handler", "a=X", "--setting", "handler.a=Y");
    assertUsage(
        "Invalid value for option '--handler' (PREFIX=CLASS): expected NAME=VALUE, got \"X\"",
        "--handler",
        "X");
  }

  private static void assertAnswer(String part, Rpc rpc, String method, String... params)
      throws Exception {
    String body = rpc.call(method, params).body();
    assertTrue(body.contains(part), body);
  }

  private static void assertKeyStoreFailure(String reason, String file, Path password) {
    assertFailure(
        "--keystore: cannot use " + file + ": " + reason,
        "--https-port",
        "0",
        "--keystore",
        file,
        "--keystore-password-file",
        password.toString());
  }

  /** The one message, and nothing else: no stack trace, no help. */
  private static void assertFailure(String message, String... options) {
    CommandRun run = run(options);
    assertEquals("farcall: " + message, String.join("\n", run.err().lines().toList()));
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  private static void assertUsage(String message, String... options) {
    CommandRun run = run(options);
    assertEquals("farcall: " + message, run.complaint());
    assertTrue(run.err().contains("Usage: farcall serve "), run.err());
    assertEquals(2, run.status());
  }

  private static CommandRun run(String... options) {
    List<String> args = new ArrayList<>(List.of("serve", "--webapp", "src/main/webapp"));
    args.addAll(List.of(options));
    if (!args.contains("--port")) {
      args.addAll(List.of("--port", "0"));
    }
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static boolean hasIpv6() throws IOException {
    byte[] loopback = new byte[16];
    loopback[15] = 1;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(loopback))) {
      return socket.isBound();
    } catch (SocketException e) {
      return false;
    }
  }

  private static SSLContext trustingTheBuild() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of("target/dev-certificate.pem"))) {
      trusted.setCertificateEntry(
          "build", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
