package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.testkit.ReceivedRequest;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.TestPki;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which redirects are followed, and what goes along. */
final class RedirectingTest {

  private static final Reply FIVE =
      Reply.xml(
          "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>");

  private static Reply redirect(int status, Object location) {
    return Reply.status(status).header("Location", location.toString());
  }

  private static XmlRpcClient.Builder following(ScriptedServer server, Redirects redirects) {
    return XmlRpcClient.builder(server.uri()).redirects(redirects);
  }

  private static URI onOtherHost(ScriptedServer server) {
    return URI.create(server.uri().toString().replace("127.0.0.1", "localhost"));
  }

  private static void assertNotFollowed(
      String problem, ScriptedServer server, Redirects redirects) {
    try (XmlRpcClient client = following(server, redirects).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(server.uri() + ": answered with status " + problem, e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
    }
  }

  /** The request that comes to the path of a redirect, which is followed within one origin. */
  private static String pathAfter(String location) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(307, location), FIVE);
        XmlRpcClient client = XmlRpcClient.builder(server.uri() + "/a/b?c=d").build()) {
      assertEquals(5, client.call("m"));
      return server.requests().get(1).requestLine();
    }
  }

  @ParameterizedTest
  @CsvSource({"307, PRESERVING", "308, PRESERVING", "307, ALL", "308, ALL", "301, ALL", "302, ALL"})
  void callIsSentAgain(int status, Redirects redirects) throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(status, target.uri()));
        XmlRpcClient client = following(server, redirects).build()) {
      assertEquals(5, client.call("m", "a parameter"));
      ReceivedRequest first = server.takeRequest();
      ReceivedRequest second = target.takeRequest();
      assertEquals("POST /RPC2 HTTP/1.1", second.requestLine());
      assertEquals(first.text(), second.text());
      assertEquals(first.header("Content-Type"), second.header("Content-Type"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302})
  void redirectThatMayMeanAGetIsNotFollowed(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(status, "/there"))) {
      assertNotFollowed(
          status
              + ", a redirect to "
              + server.uri().resolve("/there")
              + ", which is not followed: 301 and 302 are not unless all are (redirects)",
          server,
          Redirects.PRESERVING);
      assertEquals(1, server.requests().size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302})
  void redirectThatMayMeanAGetIsNotFollowedToAnotherHost(int status) throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(status, onOtherHost(target)))) {
      assertNotFollowed(
          status
              + ", a redirect to "
              + onOtherHost(target)
              + ", which is not followed: 301 and 302 are only followed on the same host",
          server,
          Redirects.ALL);
      assertEquals(0, target.connections());
    }
  }

  @Test
  void otherRedirectIsFollowedToAnotherHost() throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(308, onOtherHost(target)));
        XmlRpcClient client = following(server, Redirects.ALL).build()) {
      assertEquals(5, client.call("m"));
      assertEquals(List.of("localhost:" + target.port()), target.takeRequest().header("Host"));
    }
  }

  @Test
  void redirectIsNotFollowedToAnotherHostUnlessAllAre() throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(308, onOtherHost(target)))) {
      assertNotFollowed(
          "308, a redirect to "
              + onOtherHost(target)
              + ", which is not followed: another host is not called unless all are followed"
              + " (redirects)",
          server,
          Redirects.PRESERVING);
      assertEquals(0, target.connections());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Redirects.class,
      names = {"PRESERVING", "ALL"})
  void redirectToAGetIsNeverFollowed(Redirects redirects) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(303, "/there"))) {
      assertNotFollowed(
          "303, a redirect to "
              + server.uri().resolve("/there")
              + ", which is not followed: it asks for a GET",
          server,
          redirects);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noneIsFollowedWhenNoneShallBe(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(status, "/there"))) {
      assertNotFollowed(
          status
              + ", a redirect to "
              + server.uri().resolve("/there")
              + ", which is not followed: no redirect is (redirects)",
          server,
          Redirects.NEVER);
      assertEquals(1, server.requests().size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 305, 306})
  void otherStatusIsNoRedirect(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(status, "/there"))) {
      assertNotFollowed(status + " and no methodResponse", server, Redirects.ALL);
    }
  }

  @Test
  void fiveAreFollowed() throws Exception {
    Reply on = redirect(307, "/on");
    try (ScriptedServer server = ScriptedServer.answering(on, on, on, on, on, FIVE);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(5, client.call("m"));
      assertEquals(6, server.requests().size());
    }
  }

  @Test
  void sixthIsNotFollowed() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(307, "/on"));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      URI on = server.uri().resolve("/on");
      assertEquals(
          on
              + ": answered with status 307, a redirect to "
              + on
              + ", which is not followed: there were 5 before it",
          e.getMessage());
      assertEquals(6, server.requests().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/there, /there",
    "there, /RPC2/a/there",
    "./there, /RPC2/a/there",
    "../there, /RPC2/there",
    "?e=f, /RPC2/a/b?e=f",
    "/there?e=f%20g#fragment, /there?e=f%20g"
  })
  void relativeAddressIsResolved(String location, String path) throws Exception {
    assertEquals("POST " + path + " HTTP/1.1", pathAfter(location));
  }

  @Test
  void addressWithoutAPathIsTheRoot() throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server =
            ScriptedServer.answering(redirect(307, "//127.0.0.1:" + target.port()));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(5, client.call("m"));
      assertEquals("POST / HTTP/1.1", target.takeRequest().requestLine());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', to no address of http",
    "'://', to no address",
    "/a b, to no address",
    "http:, to no address",
    "http:there, to no address",
    "http:///there, to no address",
    "http://127.0.0.1:99999/, to no address",
    "ftp://127.0.0.1/there, to no address of http",
    "file:/there, to no address of http",
    "javascript:there(), to no address of http",
    "mailto:somebody@localhost, to no address of http"
  })
  void addressThatIsNoneIsNotFollowed(String location, String where) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(307, location))) {
      assertNotFollowed(
          "307, a redirect " + where + ", which is not followed: there is none to follow",
          server,
          Redirects.ALL);
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void redirectWithoutAnAddressIsNotFollowed() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.status(308))) {
      assertNotFollowed(
          "308, a redirect to no address of http, which is not followed: there is none to follow",
          server,
          Redirects.PRESERVING);
    }
  }

  @Test
  void queryIsNotShown() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(redirect(303, "http://me:secret@localhost/there?token=secret"))) {
      assertNotFollowed(
          "303, a redirect to http://localhost/there, which is not followed: it asks for a GET",
          server,
          Redirects.PRESERVING);
    }
  }

  @Test
  void userAndPasswordOfARedirectAreNotUsed() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(FIVE);
        ScriptedServer first =
            ScriptedServer.answering(
                redirect(307, server.uri().toString().replace("//", "//me:secret@")));
        XmlRpcClient client = XmlRpcClient.builder(first.uri()).build()) {
      assertEquals(5, client.call("m"));
      ReceivedRequest request = server.takeRequest();
      assertEquals(List.of(), request.header("Authorization"));
      assertEquals(List.of("127.0.0.1:" + server.port()), request.header("Host"));
    }
  }

  @Test
  void otherOriginGetsNeitherCredentialsNorOwnHeaders() throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(307, target.uri()));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .basicAuth("me", "secret")
                .header("Cookie", "a=secret")
                .header("X-Key", "secret")
                .header("user-agent", "secret")
                .build()) {
      assertEquals(5, client.call("m"));
      ReceivedRequest first = server.takeRequest();
      assertEquals(List.of("Basic bWU6c2VjcmV0"), first.header("Authorization"));
      assertEquals(List.of("a=secret"), first.header("Cookie"));
      assertEquals(List.of("secret"), first.header("X-Key"));
      ReceivedRequest second = target.takeRequest();
      for (String name : List.of("Authorization", "Cookie", "X-Key", "User-Agent")) {
        assertEquals(List.of(), second.header(name), name);
      }
    }
  }

  @Test
  void otherOriginGetsNoToken() throws Exception {
    try (ScriptedServer target = ScriptedServer.answering(FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(307, target.uri()));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).bearerToken("secret").build()) {
      assertEquals(5, client.call("m"));
      assertEquals(List.of("Bearer secret"), server.takeRequest().header("Authorization"));
      assertEquals(List.of(), target.takeRequest().header("Authorization"));
    }
  }

  @Test
  void wayBackGivesNoCredentialsEither() throws Exception {
    List<String> seen = new ArrayList<>();
    Transport three =
        request -> {
          seen.add(
              request.uri() + " " + request.headers().getOrDefault("Authorization", List.of()));
          return new TransportReply(
              307,
              Map.of(
                  "Location",
                  List.of(seen.size() == 1 ? "http://localhost:2/" : "http://localhost:1/")),
              InputStream.nullInputStream());
        };
    try (XmlRpcClient client =
        XmlRpcClient.builder("http://me:secret@localhost:1/").transport(three).build()) {
      assertThrows(ProtocolError.class, () -> client.call("m"));
    }
    assertEquals("http://localhost:1/ [Basic bWU6c2VjcmV0]", seen.get(0));
    assertEquals("http://localhost:2/ []", seen.get(1));
    assertEquals("http://localhost:1/ []", seen.get(2));
  }

  @Test
  void sameOriginGetsThemAll() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(307, "/there"), FIVE);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .bearerToken("secret")
                .header("Cookie", "a=secret")
                .header("X-Key", "secret")
                .build()) {
      assertEquals(5, client.call("m"));
      ReceivedRequest second = server.requests().get(1);
      assertEquals(List.of("Bearer secret"), second.header("Authorization"));
      assertEquals(List.of("a=secret"), second.header("Cookie"));
      assertEquals(List.of("secret"), second.header("X-Key"));
    }
  }

  @Test
  void plainHttpToAnotherMachineIsNotFollowed() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect(307, "http://192.0.2.1/"))) {
      assertNotFollowed(
          "307, a redirect to http://192.0.2.1/, which is not followed: it leads to plain http"
              + " (plainHttp)",
          server,
          Redirects.ALL);
    }
  }

  @Test
  void otherHostDoesNotSeeTheIdentityOfTheClient() throws Exception {
    SSLContext serving = TestPki.serving(TestPki.localhost());
    try (ScriptedServer target = ScriptedServer.overTls(serving, FIVE);
        ScriptedServer server =
            ScriptedServer.overTls(serving, redirect(307, onOtherHost(target)));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .sslContext(TestPki.trustingWith(TestPki.client()))
                .redirects(Redirects.ALL)
                .build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(
          server.uri()
              + ": answered with status 307, a redirect to "
              + onOtherHost(target)
              + ", which is not followed: it leads to another host, which must not see what"
              + " sslContext may hold",
          e.getMessage());
      assertEquals(0, target.connections());
    }
  }

  @Test
  void sameHostMaySeeTheIdentityOfTheClient() throws Exception {
    SSLContext serving = TestPki.serving(TestPki.localhost());
    try (ScriptedServer target = ScriptedServer.overMutualTls(serving, FIVE);
        ScriptedServer server = ScriptedServer.overTls(serving, redirect(307, target.uri()));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .sslContext(TestPki.trustingWith(TestPki.client()))
                .build()) {
      assertEquals(5, client.call("m"));
    }
  }

  @Test
  void plainHttpMayLeadToHttps() throws Exception {
    try (ScriptedServer target =
            ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), FIVE);
        ScriptedServer server = ScriptedServer.answering(redirect(301, target.uri()));
        XmlRpcClient client =
            following(server, Redirects.ALL)
                .basicAuth("me", "secret")
                .sslContext(TestPki.trusting())
                .build()) {
      assertEquals(5, client.call("m"));
      assertEquals(List.of(), target.takeRequest().header("Authorization"));
    }
  }
}
