package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.testkit.Pace;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is known of a call, and of its connection, when it was redirected. */
final class RedirectedTest {

  private static final String PAGE = "<a href='/moved'>moved</a>";

  private static Reply redirect(Object location) {
    return Replies.redirect(307, location).body(PAGE);
  }

  @Test
  void errorNamesTheAddressThatAnswered() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect("/moved"), Reply.status(500));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(
          server.uri().resolve("/moved") + ": answered with status 500 and no methodResponse",
          e.getMessage());
    }
  }

  @Test
  void failureNamesTheAddressThatWasCalled() throws Exception {
    URI gone;
    try (ScriptedServer closed = ScriptedServer.answering(Replies.seven())) {
      gone = closed.uri();
    }
    try (ScriptedServer server = ScriptedServer.answering(redirect(gone));
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(gone + ": nothing accepts connections there", e.getMessage());
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }

  @Test
  void bodyOfARedirectThatIsNotFollowedIsShown() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect("/moved"));
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri()).redirects(Redirects.NEVER).build()) {
      ProtocolError e = assertThrows(ProtocolError.class, () -> client.call("m"));
      assertEquals(PAGE, e.bodyStart());
    }
  }

  @Test
  void connectionIsUsedAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(redirect("/moved"), Replies.seven());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(7, client.call("m"));
      assertEquals(List.of(2), server.requestsPerConnection());
    }
  }

  @Test
  void longBodyOfARedirectIsNotWaitedFor() throws Exception {
    Reply endless = redirect("/moved").endless("x");
    try (ScriptedServer server = ScriptedServer.answering(endless, Replies.seven());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      assertEquals(7, client.call("m"));
      assertEquals(List.of(1, 1), server.requestsPerConnection());
    }
  }

  @Test
  void secondServerIsToldWhatIsLeftOfTheTime() throws Exception {
    Pace pace = new Pace();
    try (ScriptedServer server =
            ScriptedServer.answering(redirect("/moved").dribbled(pace), Replies.seven());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      CompletableFuture<Object> call = client.callAsync("m");
      long first = deadline(server);
      long later = System.nanoTime() + 5_000_000;
      while (System.nanoTime() < later) {
        Thread.onSpinWait();
      }
      pace.allowAll();
      assertEquals(7, call.get());
      assertTrue(deadline(server) < first);
    }
  }

  private static long deadline(ScriptedServer server) throws InterruptedException {
    return Long.parseLong(server.takeRequest().header("Farcall-Deadline").get(0));
  }
}
