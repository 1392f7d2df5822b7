package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.testkit.Pace;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import dev.farcall.testkit.TestPki;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by the JDK's client, which is the one for https. */
final class HttpTransportTest {

  private static ScriptedServer answering(Reply... script) throws Exception {
    return ScriptedServer.overTls(TestPki.serving(TestPki.localhost()), script);
  }

  private static XmlRpcClient.Builder builder(ScriptedServer server) throws Exception {
    return XmlRpcClient.builder(server.uri()).sslContext(TestPki.trusting());
  }

  @Test
  void manyCallsUseOneConnection() throws Exception {
    try (ScriptedServer server = answering(Replies.seven());
        XmlRpcClient client = builder(server).build()) {
      for (int i = 0; i < 20; i++) {
        assertEquals(7, client.call("m", "x".repeat(i * 5_000)));
      }
      assertEquals(List.of(20), server.requestsPerConnection());
    }
  }

  @Test
  void callThatWasSentIsNotSentAgain() throws Exception {
    try (ScriptedServer server = answering(Replies.seven(), Reply.unanswered(), Replies.seven());
        XmlRpcClient client = builder(server).build()) {
      assertEquals(7, client.call("m"));
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": the connection broke before the answer came", e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void idempotentCallIsSentOnceMore() throws Exception {
    try (ScriptedServer server = answering(Reply.unanswered(), Replies.seven());
        XmlRpcClient client = builder(server).idempotent("m"::equals).build()) {
      assertEquals(7, client.call("m"));
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void idempotentCallIsSentNoThirdTime() throws Exception {
    try (ScriptedServer server = answering(Reply.unanswered());
        XmlRpcClient client = builder(server).idempotent("m"::equals).build()) {
      assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void silenceBeforeTheAnswerEnds() throws Exception {
    try (ScriptedServer server = answering(Reply.hang());
        XmlRpcClient client = builder(server).readTimeout(Duration.ofMillis(500)).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": nothing came for 500 ms (readTimeout)", e.getMessage());
      server.awaitHangUp();
    }
  }

  @Test
  void silenceWithinTheAnswerEnds() throws Exception {
    try (ScriptedServer server = answering(Replies.seven().hangBodyAfter(5));
        XmlRpcClient client = builder(server).readTimeout(Duration.ofMillis(500)).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": nothing came for 500 ms (readTimeout)", e.getMessage());
      assertEquals(Delivery.UNKNOWN, e.delivery());
      server.awaitHangUp();
    }
  }

  @Test
  void dribbleIsEndedByTheTimeForAll() throws Exception {
    Pace pace = new Pace();
    pace.allow(120);
    try (ScriptedServer server = answering(Replies.seven().dribbled(pace));
        XmlRpcClient client = builder(server).timeout(Duration.ofSeconds(1)).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(server.uri() + ": the time for the whole call passed (timeout)", e.getMessage());
      pace.allowAll();
      server.awaitHangUp();
    }
  }

  /**
   * That the connection is closed, too, is not asserted: the JDK's client now and then passes over
   * a cancellation that comes while it turns from writing to reading.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancellingEndsTheWait(boolean beforeTheAnswer) throws Exception {
    Reply silent = beforeTheAnswer ? Reply.hang() : Replies.seven().hangBodyAfter(5);
    ExecutorService oneThread = Executors.newSingleThreadExecutor();
    try (ScriptedServer server = answering(silent, Replies.seven());
        XmlRpcClient client = builder(server).executor(oneThread).build()) {
      CompletableFuture<Object> future = client.callAsync("m");
      server.takeRequest();
      assertTrue(future.cancel(true));
      assertEquals(7, client.callAsync("m").get(10, TimeUnit.SECONDS));
    } finally {
      oneThread.shutdownNow();
    }
  }

  @Test
  void interruptedThreadDoesNotWait() throws Exception {
    try (ScriptedServer server = answering(Reply.hang());
        XmlRpcClient client = builder(server).build()) {
      Thread.currentThread().interrupt();
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertTrue(Thread.interrupted());
      assertEquals(server.uri() + ": the thread was interrupted", e.getMessage());
    }
  }

  @Test
  void closingEndsCallsThatNobodyWaitsFor() throws Exception {
    try (ScriptedServer server = answering(Reply.hang())) {
      XmlRpcClient client = builder(server).build();
      CompletableFuture<Object> future = client.callAsync("m");
      server.takeRequest();
      client.close();
      client.close();
      ExecutionException failure =
          assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
      assertEquals(
          "dev.farcall.TransportException: " + server.uri() + ": the thread was interrupted",
          failure.getMessage());
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> client.call("m"));
      assertEquals("the client is closed", e.getMessage());
    }
  }

  @Test
  void headWithoutEndIsGivenUp() throws Exception {
    try (ScriptedServer server = answering(Reply.raw("HTTP/1.1 200 OK\r\n").endless("X-A: b\r\n"));
        XmlRpcClient client = builder(server).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      String problem = ": what answers there does not speak HTTP: Header size too big: ";
      assertTrue(String.valueOf(e.getMessage()).startsWith(server.uri() + problem), e::toString);
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void otherProtocolIsToldAsSuch() throws Exception {
    try (ScriptedServer server = answering(Reply.raw("220 mail.test ESMTP\r\n\r\n"));
        XmlRpcClient client = builder(server).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          server.uri()
              + ": what answers there does not speak HTTP: Invalid status line:"
              + " \"220 mail.test ESMTP\"",
          e.getMessage());
    }
  }

  @Test
  void brokenBodyGivesItsConnectionUpAndTheNextCallWorks() throws Exception {
    try (ScriptedServer server = answering(Replies.seven().cutBodyAfter(20), Replies.seven());
        XmlRpcClient client = builder(server).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(
          server.uri() + ": the connection broke while the answer was read", e.getMessage());
      assertEquals(7, client.call("m"));
      assertEquals(List.of(1, 1), server.requestsPerConnection());
    }
  }

  /** However far an answer comes, the call is sent once, and nobody claims that it was not. */
  @Test
  void answerCutAnywhereIsUnknownAndNotAskedForAgain() throws Exception {
    Reply seven = Replies.seven();
    Reply[] script =
        Stream.concat(
                IntStream.iterate(1, cut -> cut < 150, cut -> cut + 7).mapToObj(seven::cutAfter),
                Stream.of(seven))
            .toArray(Reply[]::new);
    try (ScriptedServer server = answering(script);
        XmlRpcClient client = builder(server).build()) {
      for (int i = 1; i < script.length; i++) {
        TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
        assertEquals(Delivery.UNKNOWN, e.delivery());
        assertEquals(i, server.requests().size());
      }
      assertEquals(7, client.call("m"));
    }
  }
}
