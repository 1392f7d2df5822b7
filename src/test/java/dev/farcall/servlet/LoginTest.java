package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.farcall.ProtocolError;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.BasicLogin;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who have to log in, in a real Jetty. */
final class LoginTest {

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Has a method for anyone, one for administrators, and one for nobody. */
  public static final class Vault {
    public int open() {
      return RUNS.incrementAndGet();
    }

    @RolesAllowed("admin")
    public String secret() {
      return "gold";
    }

    @DenyAll
    public String sealed() {
      return "?";
    }
  }

  private static BasicLogin login() {
    RUNS.set(0);
    return BasicLogin.create().user("ann").user("root", "admin");
  }

  private static JettyFixture.Builder jetty() {
    return JettyFixture.of(new XmlRpcServlet()).param("handler.vault", Vault.class.getName());
  }

  private static RawConnection.Reply send(JettyFixture jetty, String method, String... more)
      throws IOException {
    byte[] body = document(method);
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      return connection.send(head(body.length, more)).send(body).receive();
    }
  }

  private static RawConnection.Reply sendAs(String user, JettyFixture jetty, String method)
      throws IOException {
    return send(jetty, method, "Authorization: " + BasicLogin.authorization(user));
  }

  @Test
  void callerOfAMethodThatNeedsARoleIsAskedToLogIn() throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      RawConnection.Reply reply = send(jetty, "vault.secret");
      assertEquals(401, reply.status());
      assertEquals(List.of("Basic realm=\"tests\""), reply.header("WWW-Authenticate"));
      assertEquals(List.of(), reply.header("Set-Cookie"));
    }
  }

  @Test
  void nobodyIsAskedToLogInForWhatAnyoneOrNobodyMayCall() throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      assertEquals(1, value(send(jetty, "vault.open").body()));
      RawConnection.Reply reply = send(jetty, "vault.sealed");
      assertEquals(200, reply.status());
      assertEquals("access to vault.sealed is denied", fault(reply.body()).faultString());
    }
  }

  @Test
  void callerWithoutTheRoleGetsTheFaultAndIsNotAskedAgain() throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      RawConnection.Reply reply = sendAs("ann", jetty, "vault.secret");
      assertEquals(200, reply.status());
      assertEquals(-32001, fault(reply.body()).code());
      assertEquals("access to vault.secret is denied", fault(reply.body()).faultString());
      assertEquals("gold", value(sendAs("root", jetty, "vault.secret").body()));
    }
  }

  @Test
  void wrongCredentialsAreNotTakenForNone() throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      assertEquals(401, sendAs("mallory", jetty, "vault.open").status());
      assertEquals(401, send(jetty, "vault.open", "Authorization: Basic").status());
      assertEquals(0, RUNS.get());
    }
  }

  @Test
  void withoutLoginConfigTheFaultIsTheAnswer() throws Exception {
    RUNS.set(0);
    try (JettyFixture jetty = jetty().start()) {
      RawConnection.Reply reply = sendAs("root", jetty, "vault.secret");
      assertEquals(200, reply.status());
      assertEquals(
          "access to vault.secret is denied, the caller is not authenticated",
          fault(reply.body()).faultString());
      assertEquals(1, value(sendAs("root", jetty, "vault.open").body()));
    }
  }

  @Test
  void securityConstraintComesFirst() throws Exception {
    try (JettyFixture jetty = jetty().security(login().constraint().handler()).start()) {
      assertEquals(401, send(jetty, "vault.open").status());
      assertEquals(0, RUNS.get());
      assertEquals(1, value(sendAs("ann", jetty, "vault.open").body()));
      assertEquals(-32001, fault(sendAs("ann", jetty, "vault.secret").body()).code());
    }
  }

  @Test
  void rolesOfInitParamsCountAsThoseOfAnnotations() throws Exception {
    try (JettyFixture jetty =
        jetty().param("roles.vault.open", "admin").security(login().handler()).start()) {
      assertEquals(401, send(jetty, "vault.open").status());
      assertEquals(-32001, fault(sendAs("ann", jetty, "vault.open").body()).code());
      assertEquals(1, value(sendAs("root", jetty, "vault.open").body()));
    }
  }

  /** Whoever protects the address, the container by its constraint or we by a role. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/RPC2;/",
        "/RPC2;x=1",
        "/;x=1/RPC2",
        "//RPC2",
        "/%2fRPC2",
        "/RPC2%2f",
        "/RPC2%3bx",
        "/%52PC2",
        "/%2552PC2",
        "/RPC2/..;/RPC2",
        "/x/..;/RPC2",
        "/x/../RPC2",
        "/./RPC2",
        "/.%2fRPC2",
        "/RPC2/",
        "/RPC2/.",
        "/RPC2%00",
        "/RPC2%20",
        "/RPC2#",
        "/rpc2",
        "\\RPC2",
        "http://localhost/RPC2",
        "http://root:root@localhost/RPC2",
        "/RPC2?user=root&password=root",
        "/RPC2?access_token=root",
        "/RPC2;?USERNAME=&PASSWORD=&requirePasswordChange=Y"
      })
  void neitherPathParametersNorAQueryOpenAnything(String path) throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      assertNotAnswered(path, document("vault.secret"), jetty);
    }
    try (JettyFixture jetty = jetty().security(login().constraint().handler()).start()) {
      assertNotAnswered(path, document("vault.open"), jetty);
      assertNotAnswered(path, document("system.listMethods"), jetty);
      assertEquals(0, RUNS.get());
    }
  }

  private static void assertNotAnswered(String path, byte[] body, JettyFixture jetty)
      throws IOException {
    String head = head(body.length).replace("/RPC2", path);
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      RawConnection.Reply reply = connection.send(head).send(body).receive();
      assertTrue(reply.status() >= 400, () -> path + ": " + reply.status());
      assertFalse(reply.text().contains("gold") || reply.text().contains("vault."), reply::text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic Og==", // ":"
        "Basic cm9vdA==", // "root"
        "Basic cm9vdDo=", // "root:"
        "Basic cm9vdDotMQ==", // "root:-1"
        "Basic cm9vdDpudWxs", // "root:null"
        "Bearer root",
        "Digest username=\"root\""
      })
  void credentialsThatAreNoneOpenNothing(String credentials) throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      assertEquals(401, send(jetty, "vault.secret", "Authorization: " + credentials).status());
      assertEquals(0, RUNS.get());
    }
  }

  @Test
  void credentialsThatTheContainerCannotReadOpenNothing() throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start()) {
      RawConnection.Reply reply = send(jetty, "vault.secret", "Authorization: Basic !!!");
      assertEquals(-32603, fault(reply.body()).code());
      assertEquals(0, RUNS.get());
    }
  }

  @Test
  void clientTellsWhatToDo() throws Exception {
    try (JettyFixture jetty = jetty().security(login().handler()).start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build()) {
      ProtocolError error = assertThrows(ProtocolError.class, () -> client.call("vault.secret"));
      assertEquals(
          jetty.uri()
              + ": answered with status 401 and an HTML page: it wants to know who calls"
              + " (basicAuth, bearerToken)",
          error.getMessage());
    }
  }

  @Test
  void credentialsAreTheContainersAffairWhereNoMethodNeedsARole() throws Exception {
    HttpServletRequest request = mock(HttpServletRequest.class);
    HttpServletResponse response = mock(HttpServletResponse.class);
    when(request.getHeader("Authorization")).thenReturn("Basic x");
    assertFalse(new Login(Set.of()).turnsAway("a", request, response));
    verify(request, never()).authenticate(any());
  }

  @Test
  void credentialsThatTheContainerHasNotLookedAtAreLookedAt() throws Exception {
    HttpServletRequest request = mock(HttpServletRequest.class);
    HttpServletResponse response = mock(HttpServletResponse.class);
    when(request.getHeader("Authorization")).thenReturn("Basic x");
    when(request.authenticate(response)).thenReturn(true);
    assertFalse(new Login(Set.of("b")).turnsAway("a", request, response));
    verify(request).authenticate(response);
  }

  @Test
  void itIsNotSettledWhoCallsWhileALogInMayCome() {
    HttpServletRequest request = mock(HttpServletRequest.class);
    assertTrue(new Login(Set.of()).isOver(request));
    assertFalse(new Login(Set.of("b")).isOver(request));
    when(request.getUserPrincipal()).thenReturn(() -> "ann");
    assertTrue(new Login(Set.of("b")).isOver(request));
  }
}
