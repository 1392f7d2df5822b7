package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.call.IdempotencyKeyHeader;
import dev.farcall.call.Interceptor;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls with an idempotency key, to a server that follows a script. */
final class KeyedTest {

  private static final Reply RUNNING =
      Reply.status(409)
          .header("Content-Type", "text/xml")
          .body(
              "<methodResponse><fault><value><struct><member><name>faultCode</name>"
                  + "<value><int>-32005</int></value></member><member><name>faultString</name>"
                  + "<value>still running</value></member></struct></value></fault>"
                  + "</methodResponse>");

  private static XmlRpcClient.Builder client(ScriptedServer server) {
    return XmlRpcClient.builder(server.uri())
        .idempotencyKeys(name -> name.startsWith("shop.") || name.equals("system.multicall"));
  }

  private static List<String> keys(ScriptedServer server) {
    return server.requests().stream()
        .map(request -> String.join(", ", request.header("Idempotency-Key")))
        .toList();
  }

  @Test
  void eachCallHasARandomKeyOfItsOwn() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Replies.seven());
        XmlRpcClient client = client(server).build()) {
      client.call("shop.buy");
      client.call("shop.buy");
      List<String> keys = keys(server);
      assertTrue(keys.get(0).matches("\"[0-9a-f-]{36}\""), keys.get(0));
      assertNotEquals(keys.get(0), keys.get(1));
    }
  }

  @Test
  void otherCallsHaveNoneAndAreSentOnce() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), Replies.seven());
        XmlRpcClient client = client(server).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("sell"));
      assertEquals(Delivery.UNKNOWN, e.delivery());
      assertEquals(List.of(""), keys(server));
    }
  }

  @Test
  void callThatWasLostIsSentAgainWithItsKey() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), Replies.seven());
        XmlRpcClient client = client(server).build()) {
      assertEquals(7, client.call("shop.buy"));
      List<String> keys = keys(server);
      assertEquals(2, keys.size());
      assertEquals(keys.get(0), keys.get(1));
      assertEquals(server.requests().get(0).text(), server.requests().get(1).text());
    }
  }

  @Test
  void answerOfACallThatIsStillRunningIsWaitedFor() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.answering(Reply.unanswered(), RUNNING, RUNNING, Replies.seven());
        XmlRpcClient client = client(server).build()) {
      assertEquals(7, client.call("shop.buy"));
      List<String> keys = keys(server);
      assertEquals(4, keys.size());
      assertEquals(1, keys.stream().distinct().count());
    }
  }

  @Test
  void waitingEndsWithTheTimeout() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(RUNNING);
        XmlRpcClient client = client(server).timeout(Duration.ofMillis(300)).build()) {
      // The end may come while it waits, or while it asks.
      RuntimeException e = assertThrows(RuntimeException.class, () -> client.call("shop.buy"));
      assertTrue(e instanceof FaultException || e instanceof TransportException, e.toString());
    }
  }

  @Test
  void waitingEndsWhenTheThreadIsInterrupted() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(RUNNING);
        XmlRpcClient client =
            client(server)
                .aroundTransport(
                    next ->
                        request -> {
                          TransportReply reply = next.send(request);
                          Thread.currentThread().interrupt();
                          return reply;
                        })
                .build()) {
      FaultException e = assertThrows(FaultException.class, () -> client.call("shop.buy"));
      assertEquals(-32005, e.code());
      assertTrue(Thread.interrupted());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void keyOfAnInterceptorIsKept() throws Exception {
    Interceptor order =
        (call, context, next) ->
            next.call(
                call,
                context.toBuilder()
                    .header(IdempotencyKeyHeader.NAME, IdempotencyKeyHeader.text("order 17"))
                    .build());
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), Replies.seven());
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).interceptor(order).build()) {
      assertEquals(7, client.call("sell"));
      assertEquals(List.of("\"order 17\"", "\"order 17\""), keys(server));
    }
  }

  @Test
  void keyOfAMulticallIsForAllOfIt() throws Exception {
    Reply two =
        Reply.xml(
            "<methodResponse><params><param><value><array><data><value><array><data><value>"
                + "<int>7</int></value></data></array></value></data></array></value></param>"
                + "</params></methodResponse>");
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), two);
        XmlRpcClient client = client(server).build()) {
      MultiCall calls = client.multiCall();
      MultiCall.Result<Integer> seven = calls.add(int.class, "shop.buy");
      calls.execute();
      assertEquals(7, seven.get());
      assertEquals(1, keys(server).stream().distinct().count());
    }
  }

  @Test
  void keysOfItsCallsAreNoneOfAMulticall() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(Reply.unanswered(), Replies.seven());
        XmlRpcClient client =
            XmlRpcClient.builder(server.uri())
                .idempotencyKeys(name -> name.startsWith("shop."))
                .build()) {
      MultiCall calls = client.multiCall();
      calls.add("shop.buy");
      assertThrows(TransportException.class, calls::execute);
      assertEquals(List.of(""), keys(server));
    }
  }
}
