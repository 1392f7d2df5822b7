package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.call.CallContext;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.TestPki;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.SslClientCertAuthenticator;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Credential;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of web.xml in the README, deployed as they stand there, over https. */
final class WebXmlExamplesTest {

  @TempDir private Path application = Path.of("");

  private final Server server = new Server();
  private final UserStore users = new UserStore();
  private int httpsPort;
  private int httpPort;

  /** What is called. */
  public static final class Subject {
    public String whoAmI(CallContext context) {
      return context.principal().map(Principal::getName).orElse("nobody");
    }
  }

  @BeforeEach
  void addUsers() {
    users.addUser("ann", Credential.getCredential("secret"), new String[] {"admin"});
    users.addUser("olga", Credential.getCredential("secret"), new String[] {"operator"});
    users.addUser(
        TestPki.client().certificate().getSubjectX500Principal().getName(),
        Credential.getCredential(""),
        new String[] {"admin"});
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  /** The example of the README that has this text in it. */
  private static String example(String text) throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    return Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(MatchResult::group)
        .filter(block -> block.contains(text))
        .map(block -> block.replaceAll("```(xml)?", ""))
        .findFirst()
        .orElseThrow();
  }

  private void deploy(String example) throws Exception {
    Path webInf = Files.createDirectories(application.resolve("WEB-INF"));
    Files.writeString(webInf.resolve("web.xml"), webXml(example));
    WebAppContext context = new WebAppContext(application.toUri().toString(), "/");
    context.setParentLoaderPriority(true);
    context.setThrowUnavailableOnStartupException(true);
    HashLoginService realm = new HashLoginService("calls");
    realm.setUserStore(users);
    context.getSecurityHandler().setLoginService(realm);
    server.setHandler(context);
    SslContextFactory.Server ssl = ssl();
    if (example.contains("CLIENT-CERT")) {
      SslClientCertAuthenticator authenticator = new SslClientCertAuthenticator(ssl);
      authenticator.setValidateCerts(false);
      context
          .getSecurityHandler()
          .setAuthenticatorFactory((jetty, handled, configuration) -> authenticator);
    }
    ServerConnector https = new ServerConnector(server, ssl, http());
    ServerConnector plain = new ServerConnector(server, http());
    for (ServerConnector connector : List.of(https, plain)) {
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
    }
    server.start();
    httpsPort = https.getLocalPort();
    httpPort = plain.getLocalPort();
  }

  private HttpConnectionFactory http() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    return new HttpConnectionFactory(configuration);
  }

  private static SslContextFactory.Server ssl() throws Exception {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setSslContext(TestPki.serving(TestPki.localhost()));
    ssl.setWantClientAuth(true);
    return ssl;
  }

  private @Nullable Object whoAmI(UnaryOperator<XmlRpcClient.Builder> identity) throws Exception {
    XmlRpcClient.Builder builder =
        XmlRpcClient.builder(URI.create("https://localhost:" + httpsPort + "/RPC2"))
            .sslContext(TestPki.trusting());
    try (XmlRpcClient client = identity.apply(builder).build()) {
      return client.call("test.whoAmI");
    }
  }

  private int statusFor(UnaryOperator<XmlRpcClient.Builder> identity) {
    return assertThrows(ProtocolError.class, () -> whoAmI(identity)).status();
  }

  @Test
  void passwordOverHttps() throws Exception {
    deploy(example("<realm-name>calls</realm-name>"));
    assertEquals("ann", whoAmI(client -> client.basicAuth("ann", "secret")));
    assertEquals(401, statusFor(client -> client.basicAuth("ann", "wrong")));
    assertEquals(401, statusFor(client -> client));
  }

  @Test
  void passwordIsNotTakenOverPlainHttp() throws Exception {
    deploy(example("<realm-name>calls</realm-name>"));
    try (XmlRpcClient client =
        XmlRpcClient.builder(URI.create("http://localhost:" + httpPort + "/RPC2")).build()) {
      int status = assertThrows(ProtocolError.class, () -> client.call("test.whoAmI")).status();
      assertTrue(status == 302 || status == 403, "status " + status);
    }
  }

  @Test
  void clientCertificate() throws Exception {
    String example = example("<realm-name>calls</realm-name>");
    deploy(
        example.replace(
            "<auth-method>BASIC</auth-method>", "<auth-method>CLIENT-CERT</auth-method>"));
    String name = TestPki.client().certificate().getSubjectX500Principal().getName();
    var withKey = TestPki.trustingWith(TestPki.client());
    assertEquals(name, whoAmI(client -> client.sslContext(withKey)));
    assertEquals(403, statusFor(client -> client));
  }

  @Test
  void bearerToken() throws Exception {
    Path tokens = Files.createFile(application.resolve("tokens"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest("t0ken".getBytes(StandardCharsets.US_ASCII));
    Files.writeString(tokens, HexFormat.of().formatHex(hash) + " ann admin\n");
    deploy(example("BearerTokenFilter").replace("/etc/calls/tokens", tokens.toString()));
    assertEquals("ann", whoAmI(client -> client.bearerToken("t0ken")));
    assertEquals("the bearer token is not valid", faultFor(client -> client.bearerToken("wrong")));
    assertEquals("a bearer token is needed", faultFor(client -> client));
  }

  @Test
  void preflightNeedsNoPasswordAndCallsDo() throws Exception {
    deploy(example("<realm-name>calls</realm-name>") + example("preflights"));
    HttpResponse<String> permission =
        send(
            request("/RPC2")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "POST"));
    assertEquals(204, permission.statusCode());
    assertEquals(
        List.of("https://app.example.org"),
        permission.headers().allValues("Access-Control-Allow-Origin"));
    assertEquals("ann", whoAmI(client -> client.basicAuth("ann", "secret")));
    assertEquals(401, statusFor(client -> client));
    assertEquals(401, send(request("/RPC2")).statusCode());
  }

  @Test
  void statusIsForOperatorsOverHttps() throws Exception {
    deploy(example("StatusServlet"));
    String live = "/status/live";
    HttpResponse<String> answer = send(as("olga", request(live)));
    assertEquals(200, answer.statusCode());
    assertEquals("live", answer.body().strip());
    assertEquals(403, send(as("ann", request(live))).statusCode());
    assertEquals(401, send(request(live)).statusCode());
    URI plain = URI.create("http://localhost:" + httpPort + live);
    int status = send(as("olga", HttpRequest.newBuilder(plain))).statusCode();
    assertTrue(status == 302 || status == 403, "status " + status);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + httpsPort + path));
  }

  private static HttpRequest.Builder as(String user, HttpRequest.Builder request) {
    byte[] pair = (user + ":secret").getBytes(StandardCharsets.US_ASCII);
    return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(TestPki.trusting()).build();
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String faultFor(UnaryOperator<XmlRpcClient.Builder> identity) {
    return assertThrows(FaultException.class, () -> whoAmI(identity)).faultString();
  }

  private static String webXml(String example) {
    return """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <servlet>
          <servlet-name>xmlrpc</servlet-name>
          <servlet-class>dev.farcall.servlet.XmlRpcServlet</servlet-class>
          <init-param><param-name>handler.test</param-name><param-value>%s</param-value></init-param>
          <init-param><param-name>status</param-name><param-value>on</param-value></init-param>
          <init-param>
            <param-name>allowed-origins</param-name>
            <param-value>https://app.example.org</param-value>
          </init-param>
          <load-on-startup>1</load-on-startup>
        </servlet>
        <servlet-mapping>
          <servlet-name>xmlrpc</servlet-name>
          <url-pattern>/RPC2</url-pattern>
        </servlet-mapping>
        %s
      </web-app>
      """
        .formatted(Subject.class.getName(), example);
  }
}
