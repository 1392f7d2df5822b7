package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.testkit.ReceivedRequest;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls by way of a proxy, and who learns what. */
final class HttpProxyTest {

  private static final Reply FIVE =
      Reply.xml(
          "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>");

  // Nothing listens there, so that only a proxy can have answered.
  private static final String SERVER = "http://localhost:1/a?b=c";

  private static XmlRpcClient.Builder by(ScriptedServer proxy, String server) {
    return XmlRpcClient.builder(server)
        .proxy(
            ProxySelector.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
  }

  @Test
  void proxyGetsTheWholeAddress() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(FIVE);
        XmlRpcClient client = by(proxy, SERVER).build()) {
      assertEquals(5, client.call("m"));
      ReceivedRequest request = proxy.takeRequest();
      assertEquals("POST http://localhost:1/a?b=c HTTP/1.1", request.requestLine());
      assertEquals(List.of("localhost:1"), request.header("Host"));
      assertEquals(List.of(), request.header("Proxy-Authorization"));
    }
  }

  @Test
  void proxyIsToldWhoCalls() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(FIVE);
        XmlRpcClient client = by(proxy, SERVER).proxyAuth("me", "secret").build()) {
      assertEquals(5, client.call("m"));
      ReceivedRequest request = proxy.takeRequest();
      assertEquals(List.of("Basic bWU6c2VjcmV0"), request.header("Proxy-Authorization"));
      assertEquals(List.of(), request.header("Authorization"));
    }
  }

  @Test
  void serverIsNotToldWhatTheProxyIs() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(FIVE);
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .proxyAuth("me", "secret")
                .version(Version.HTTP_1_1)
                .build()) {
      assertEquals(5, client.call("m"));
      assertEquals(List.of(), server.takeRequest().header("Proxy-Authorization"));
    }
  }

  @Test
  void proxyThatWantsToKnowWhoCallsIsUnderstood() throws Exception {
    Reply asking = Reply.status(407).header("Proxy-Authenticate", "Basic realm=\"x\"");
    try (ScriptedServer proxy = ScriptedServer.answering(asking);
        XmlRpcClient client = by(proxy, SERVER).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(
          "http://localhost:1/a: answered with status 407 and no methodResponse: the proxy wants to"
              + " know who calls (proxyAuth)",
          e.getMessage());
    }
  }

  @Test
  void serverThatWantsToKnowWhoCallsIsUnderstood() throws Exception {
    Reply asking = Reply.status(401).header("WWW-Authenticate", "Basic realm=\"x\"");
    try (ScriptedServer proxy = ScriptedServer.answering(asking);
        XmlRpcClient client = by(proxy, SERVER).proxyAuth("me", "secret").build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(
          "http://localhost:1/a: answered with status 401 and no methodResponse: it wants to know"
              + " who calls (basicAuth, bearerToken)",
          e.getMessage());
      assertEquals(1, proxy.requests().size());
    }
  }

  @Test
  void tunnelIsAskedFor() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(Reply.status(502));
        XmlRpcClient client = by(proxy, "https://me:secret@localhost:1/").build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          "https://localhost:1/: the proxy makes no tunnel to that server: Tunnel failed, got: 502",
          e.getMessage());
      assertEquals(Delivery.NOT_SENT, e.delivery());
      ReceivedRequest request = proxy.takeRequest();
      assertEquals(1, proxy.requests().size());
      assertEquals("CONNECT localhost:1 HTTP/1.1", request.requestLine());
      assertEquals(List.of(), request.header("Authorization"));
    }
  }

  @Test
  void tunnelIsNotOpenedByAPassword() throws Exception {
    // The JDK forbids Basic there unless jdk.http.auth.tunneling.disabledSchemes is emptied.
    Reply asking = Reply.status(407).header("Proxy-Authenticate", "Basic realm=\"x\"");
    try (ScriptedServer proxy = ScriptedServer.answering(asking);
        XmlRpcClient client = by(proxy, "https://localhost:1/").proxyAuth("me", "secret").build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          "https://localhost:1/: answered with status 407 and no methodResponse: the proxy wants to"
              + " know who calls (proxyAuth)",
          e.getMessage());
      assertEquals(List.of(), proxy.takeRequest().header("Proxy-Authorization"));
    }
  }

  @Test
  void proxyThatIsNotThereIsToldAsSuch() {
    try (XmlRpcClient client =
        XmlRpcClient.builder(SERVER)
            .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)))
            .build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals("http://localhost:1/a: nothing accepts connections there", e.getMessage());
    }
  }
}
