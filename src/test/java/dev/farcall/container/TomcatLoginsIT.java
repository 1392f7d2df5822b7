package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CallDocuments;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Passwords that Tomcat asks for by the README's constraint, without its https, at {@code /RPC2},
 * and by the roles of methods at {@code /open}.
 */
@ParameterizedClass
@ValueSource(strings = {"tomcat-10.1.home", "tomcat-11.home"})
final class TomcatLoginsIT {

  private static final String CLOSED = "/RPC2";
  private static final String OPEN = "/open";

  private static final byte[] ECHO = CallDocuments.bytes(CallDocuments.echo("<int>7</int>"));
  private static final byte[] TODAY = CallDocuments.bytes(CallDocuments.call("today"));
  private static final byte[] LIST = CallDocuments.bytes(CallDocuments.call("system.listMethods"));
  private static final byte[] MULTICALL =
      CallDocuments.bytes(CallDocuments.multicall(1, "sample.today"));

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static RunningContainer running;

  TomcatLoginsIT(@SuppressWarnings("unused") String home) {}

  @BeforeParameterizedClassInvocation
  static void start(String home) throws IOException {
    Path base = Files.createTempDirectory(directory, home);
    TomcatFiles tomcat = TomcatFiles.create(Path.of(System.getProperty(home, "")), base);
    // Tomcat locks eve out for what is tried in her name.
    tomcat.addUsers(user("ann", "admin") + user("bob", "user") + user("eve", "admin"));
    tomcat.add("guarded", webXml());
    List<String> args = tomcat.command(List.of(), "org.apache.catalina.startup.Bootstrap", "start");
    running =
        RunningContainer.start(
            JavaCommand.of(Jdk.running(), args), TomcatFiles.CONNECTED, "/guarded");
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    running.close();
  }

  private static String user(String name, String role) {
    return "<user username='%s' password='secret' roles='%s'/>".formatted(name, role);
  }

  private static String webXml() throws IOException {
    Matcher constraint =
        Pattern.compile(
                "```xml\n(<security-constraint>.*?<realm-name>calls<.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")).replaceFirst("(?s)^.*\n## Roles", ""));
    assertTrue(constraint.find());
    return "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
        + servlet("closed", CLOSED)
        + servlet("open", OPEN)
        + constraint.group(1).replaceFirst("<user-data-constraint>.*</user-data-constraint>", "")
        + "</web-app>";
  }

  private static String servlet(String name, String path) {
    return "<servlet><servlet-name>"
        + name
        + "</servlet-name><servlet-class>dev.farcall.servlet.XmlRpcServlet</servlet-class>"
        + param("handler.sample", "dev.farcall.examples.Sample")
        + param("method.today", "dev.farcall.examples.Sample#today")
        + param("roles.sample", "admin")
        + "</servlet><servlet-mapping><servlet-name>"
        + name
        + "</servlet-name><url-pattern>"
        + path
        + "</url-pattern></servlet-mapping>";
  }

  private static String param(String name, String value) {
    return "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
        .formatted(name, value);
  }

  private static RawRequest request(String path, byte[] document) {
    return RawRequest.of(document).line("POST " + path + " HTTP/1.1");
  }

  private static RawRequest as(String user, RawRequest request) {
    byte[] pair = (user + ":secret").getBytes(StandardCharsets.US_ASCII);
    return request.with("Authorization: Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** What comes of it; whatever that is, it tells nothing of the server. */
  private static String send(RawRequest request) throws IOException {
    Outcome outcome = request.send(running);
    assertEquals(List.of(), outcome.leaks());
    return outcome.summary();
  }

  @Test
  void constraintLetsOnlyUsersPass() throws IOException {
    Reply asked = request(CLOSED, TODAY).send(running).reply();
    assertNotNull(asked);
    assertEquals(401, asked.status());
    assertTrue(asked.header("WWW-Authenticate").get(0).startsWith("Basic realm=\"calls\""));
    assertEquals("200 answered", send(as("bob", request(CLOSED, TODAY))));
    assertEquals("401", send(as("mallory", request(CLOSED, TODAY))));
    assertEquals("401", send(request(CLOSED, TODAY).line("PUT /RPC2 HTTP/1.1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {CLOSED, OPEN})
  void methodIsForItsRole(String path) throws IOException {
    assertEquals("401", send(request(path, ECHO)));
    assertEquals("200 -32001", send(as("bob", request(path, ECHO))));
    assertEquals("200 -32001", send(as("bob", request(path, MULTICALL))));
    assertEquals("200 answered", send(as("ann", request(path, ECHO))));
    assertEquals("200 answered", send(as("ann", request(path, MULTICALL))));
  }

  @Test
  void otherMethodsAreForAnyoneWhereThereIsNoConstraint() throws IOException {
    assertEquals("200 answered", send(request(OPEN, TODAY)));
    assertEquals("200 -32001", send(request(OPEN, MULTICALL)));
  }

  @Test
  void listHasWhatItsReaderMayCall() throws IOException {
    assertTrue(list(as("ann", request(OPEN, LIST))).contains("sample.echo"));
    assertFalse(list(as("bob", request(OPEN, LIST))).contains("sample."));
    assertFalse(list(request(OPEN, LIST)).contains("sample."));
  }

  private static String list(RawRequest request) throws IOException {
    Reply reply = request.send(running).reply();
    assertNotNull(reply);
    assertTrue(reply.text().contains("system.listMethods"), reply::text);
    return reply.text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";x=1",
        ";/",
        "/",
        "/.",
        "%2f",
        "%00",
        "%3bx",
        "/..;/RPC2",
        "/../open/../RPC2",
        "?user=ann&password=secret",
        ";?USERNAME=&PASSWORD=&requirePasswordChange=Y"
      })
  void spellingOpensNothing(String ending) throws IOException {
    for (String start : List.of("/RPC2", "//RPC2", "/%52PC2", "/;x/RPC2", "/x/../RPC2")) {
      assertNotEquals("200 answered", send(request(start + ending, TODAY)), start + ending);
    }
    assertNotEquals("200 answered", send(request(OPEN + ending, ECHO)), OPEN + ending);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic Og==", // ":"
        "Basic ZXZl", // "eve"
        "Basic ZXZlOg==", // "eve:"
        "Basic ZXZlOi0x", // "eve:-1"
        "Bearer eve",
        "Digest username=\"eve\""
      })
  void credentialsThatAreNoneOpenNothing(String credentials) throws IOException {
    String header = "Authorization: " + credentials;
    assertEquals("401", send(request(CLOSED, TODAY).with(header)));
    assertEquals("401", send(request(OPEN, ECHO).with(header)));
  }
}
