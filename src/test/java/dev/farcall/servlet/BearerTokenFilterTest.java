package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BearerTokenFilterTest {

  private static final String HERE = BearerTokenFilterTest.class.getName();
  private static final String MISSING = "Bearer realm=\"calls\"";
  private static final String INVALID = "Bearer realm=\"calls\", error=\"invalid_token\"";

  /** Tells who calls. */
  public static final class Vault {
    public String who(CallContext caller) {
      return caller.principal().map(Principal::getName).orElse("nobody");
    }

    @RolesAllowed("admin")
    public String secret() {
      return "gold";
    }

    @RolesAllowed("**")
    public String members() {
      return "welcome";
    }
  }

  /** Knows two tokens. */
  public static final class Tokens implements TokenVerifier {
    @Override
    public Optional<Holder> verify(String token) {
      return switch (token) {
        case "t0ken-of.Ann==" -> Optional.of(new Holder("ann", Set.of()));
        case "root" -> Optional.of(new Holder("root", Set.of("admin")));
        case "broken" -> throw new IllegalStateException("no database");
        case "broken-class" -> throw new NoClassDefFoundError("no/database/Driver");
        case "null" -> nothing();
        default -> Optional.empty();
      };
    }

    @SuppressWarnings("NullAway") // as one who does not know better
    private static Optional<Holder> nothing() {
      return null;
    }
  }

  /** Cannot be made. */
  public static final class Failing implements TokenVerifier {
    public Failing() throws IOException {
      throw new IOException("no disk");
    }

    @Override
    public Optional<Holder> verify(String token) {
      return Optional.empty();
    }
  }

  private static JettyFixture jetty() throws Exception {
    return JettyFixture.of(new XmlRpcServlet())
        .param("handler.vault", Vault.class.getName())
        .filter(new BearerTokenFilter(new Tokens()))
        .start();
  }

  private static RawConnection.Reply send(JettyFixture jetty, String method, String... more)
      throws IOException {
    byte[] body = document(method);
    return send(jetty, head(body.length, more), body);
  }

  private static RawConnection.Reply send(JettyFixture jetty, String head, byte[] body)
      throws IOException {
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      return connection.send(head).send(body).receive();
    }
  }

  @Test
  void holderOfATokenIsThePrincipal() throws Exception {
    try (JettyFixture jetty = jetty()) {
      String ann = "Authorization: bearer  t0ken-of.Ann==";
      assertEquals("ann", value(send(jetty, "vault.who", ann).body()));
      assertEquals("welcome", value(send(jetty, "vault.members", ann).body()));
      assertEquals(
          "access to vault.secret is denied",
          fault(send(jetty, "vault.secret", ann).body()).faultString());
      assertEquals("gold", value(send(jetty, "vault.secret", "Authorization: Bearer root").body()));
    }
  }

  @Test
  void callWithoutATokenIsRefused() throws Exception {
    try (JettyFixture jetty = jetty()) {
      RawConnection.Reply reply = send(jetty, "vault.who");
      assertEquals(401, reply.status());
      assertEquals(List.of(MISSING), reply.header("WWW-Authenticate"));
      assertEquals(List.of("text/xml;charset=utf-8"), reply.header("Content-Type"));
      assertEquals(-32001, fault(reply.body()).code());
      assertEquals("a bearer token is needed", fault(reply.body()).faultString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer unknown",
        "Authorization: Bearer",
        "Authorization: Bearer ",
        "Authorization: Bearer root root",
        "Authorization: Bearer root,",
        "Authorization: Bearer \"root\"",
        "Authorization: Basic cm9vdDpyb290",
        "Authorization: root",
        "Authorization: Bearer root\nAuthorization: Bearer root"
      })
  void whatIsNoTokenIsRefused(String header) throws Exception {
    try (JettyFixture jetty = jetty()) {
      RawConnection.Reply reply = send(jetty, "vault.who", header);
      assertEquals(401, reply.status());
      assertEquals(List.of(INVALID), reply.header("WWW-Authenticate"));
      assertEquals("the bearer token is not valid", fault(reply.body()).faultString());
    }
  }

  @Test
  void tokenInTheQueryIsNone() throws Exception {
    byte[] body = document("vault.who");
    try (JettyFixture jetty = jetty()) {
      String head = head(body.length).replace("/RPC2", "/RPC2?access_token=root");
      assertEquals(401, send(jetty, head, body).status());
    }
  }

  @Test
  void getWithoutATokenReachesTheServletAsNobodys() throws Exception {
    try (JettyFixture jetty = jetty()) {
      String head = "GET /RPC2 HTTP/1.1\nHost: localhost\n";
      assertEquals(405, send(jetty, head + "\n", new byte[0]).status());
      assertEquals(
          401, send(jetty, head + "Authorization: Bearer unknown\n\n", new byte[0]).status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "broken-class", "null"})
  void verifierThatFailsLetsNobodyPass(String token) throws Exception {
    try (CapturedLog log = CapturedLog.of("dev.farcall.servlet");
        JettyFixture jetty = jetty()) {
      log.take();
      RawConnection.Reply reply = send(jetty, "vault.who", "Authorization: Bearer " + token);
      assertEquals(-32603, fault(reply.body()).code());
      assertEquals(
          log.messages().get(0),
          fault(reply.body()).faultString() + " in the check of a bearer token");
    }
  }

  @Test
  void clientSendsItsTokenAndTellsOfTheFault() throws Exception {
    try (JettyFixture jetty = jetty();
        XmlRpcClient root = XmlRpcClient.builder(jetty.uri()).bearerToken("root").build();
        XmlRpcClient nobody = XmlRpcClient.builder(jetty.uri()).build()) {
      assertEquals("gold", root.call("vault.secret"));
      FaultException fault = assertThrows(FaultException.class, () -> nobody.call("vault.secret"));
      assertEquals("a bearer token is needed", fault.faultString());
    }
  }

  private static BearerTokenFilter started(Map<String, String> params) throws ServletException {
    FilterConfig config = mock(FilterConfig.class);
    when(config.getFilterName()).thenReturn("tokens");
    when(config.getInitParameterNames()).thenReturn(Collections.enumeration(params.keySet()));
    params.forEach((name, value) -> when(config.getInitParameter(name)).thenReturn(value));
    BearerTokenFilter filter = new BearerTokenFilter();
    filter.init(config);
    return filter;
  }

  private static @Nullable String problems(Map<String, String> params) {
    return assertThrows(ServletException.class, () -> started(params)).getMessage();
  }

  private static String cannotStart(String problem) {
    return "filter \"tokens\" cannot start:\n - " + problem;
  }

  @Test
  void oneVerifierThereMustBe() {
    String either = "expected either tokens-file or verifier";
    assertEquals(cannotStart(either), problems(Map.of()));
    assertEquals(cannotStart(either), problems(Map.of("tokens-file", "/x", "verifier", "x")));
    assertEquals(
        cannotStart("token-file: expected one of tokens-file, verifier\n - " + either),
        problems(Map.of("token-file", "/x")));
  }

  @Test
  void verifierThatIsNoneIsReported() throws ServletException {
    assertEquals(
        cannotStart("verifier: there is no class \"no.Such\" in the web application"),
        problems(Map.of("verifier", "no.Such")));
    assertEquals(
        cannotStart("verifier: java.lang.Object is no dev.farcall.servlet.TokenVerifier"),
        problems(Map.of("verifier", "java.lang.Object")));
    assertEquals(
        cannotStart(
            "verifier: " + HERE + "$Failing cannot be created: java.io.IOException: no disk"),
        problems(Map.of("verifier", HERE + "$Failing")));
    started(Map.of("verifier", HERE + "$Tokens")).destroy();
  }

  @Test
  void fileThatCannotBeReadStopsTheDeployment(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("tokens");
    assertEquals(
        cannotStart("tokens-file: " + file + " cannot be read: NoSuchFileException"),
        problems(Map.of("tokens-file", file.toString())));
    assertEquals(
        cannotStart("tokens-file: expected an absolute path, got \"tokens\""),
        problems(Map.of("tokens-file", "tokens")));
    Files.writeString(file, "# nobody yet\n\n");
    assertEquals(
        cannotStart("tokens-file: there is no token in " + file),
        problems(Map.of("tokens-file", file.toString())));
    Files.write(file, new byte[] {(byte) 0xff});
    assertEquals(
        cannotStart("tokens-file: " + file + " cannot be read: MalformedInputException"),
        problems(Map.of("tokens-file", file.toString())));
  }

  @Test
  void lineThatCannotBeReadIsToldWithoutItsText(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("tokens");
    Files.writeString(file, sha256("a") + " ann\nplain-token ann\n" + sha256("b") + " ann a, b\n");
    assertEquals(
        cannotStart(
            "tokens-file: line 2 of FILE: expected SHA256 NAME ROLE,ROLE\n"
                    .replace("FILE", file.toString())
                + " - tokens-file: line 3 of FILE: expected SHA256 NAME ROLE,ROLE"
                    .replace("FILE", file.toString())),
        problems(Map.of("tokens-file", file.toString())));
  }

  @Test
  void fileHasHashesNamesAndRoles(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("tokens");
    Files.writeString(
        file, "# ours\n" + sha256("a") + " ann\n" + sha256("b") + "\troot admin,operator\n");
    Problems problems = new Problems();
    TokenFile tokens = TokenFile.read("tokens-file", file, problems);
    assertTrue(problems.isEmpty());
    assertEquals(Optional.of(new TokenVerifier.Holder("ann", Set.of())), tokens.verify("a"));
    assertEquals(
        Optional.of(new TokenVerifier.Holder("root", Set.of("admin", "operator"))),
        tokens.verify("b"));
    assertEquals(Optional.empty(), tokens.verify("c"));
    assertEquals(Optional.empty(), tokens.verify(sha256("a")));
  }

  private static String sha256(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
