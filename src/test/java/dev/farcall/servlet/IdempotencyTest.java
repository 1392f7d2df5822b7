package dev.farcall.servlet;

import static dev.farcall.servlet.KeyedCalls.KEY;
import static dev.farcall.servlet.KeyedCalls.OTHER;
import static dev.farcall.servlet.KeyedCalls.PAY;
import static dev.farcall.servlet.KeyedCalls.assertRefused;
import static dev.farcall.servlet.KeyedCalls.jetty;
import static dev.farcall.servlet.KeyedCalls.pay;
import static dev.farcall.servlet.KeyedCalls.send;
import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Binary;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.IdempotencyKeyHeader;
import dev.farcall.call.Incidents;
import dev.farcall.call.Interceptor;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.BasicLogin;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls with an idempotency key, over real sockets. */
final class IdempotencyTest {

  @BeforeEach
  void reset() {
    Till.reset();
  }

  @Test
  void callWithAKeyRunsOnceAndIsAnsweredAlike() throws Exception {
    try (JettyFixture jetty = jetty("till.pay").start()) {
      Reply first = send(jetty, PAY, KEY);
      Reply second = send(jetty, PAY, KEY);
      assertEquals("5 in run 1", value(first.body()));
      assertEquals(first.text(), second.text());
      assertEquals(200, second.status());
      assertEquals(1, Till.runs());
    }
  }

  @Test
  void otherKeyAndNoKeyAreOtherCalls() throws Exception {
    try (JettyFixture jetty = jetty("till").start()) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
      assertEquals("5 in run 2", value(send(jetty, PAY, OTHER).body()));
      assertEquals("5 in run 3", value(send(jetty, PAY).body()));
      assertEquals("5 in run 4", value(send(jetty, PAY).body()));
    }
  }

  @Test
  void sameKeyAtAnotherMethodIsAnotherCall() throws Exception {
    try (JettyFixture jetty = jetty("*").start()) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
      assertEquals(2, value(send(jetty, document("till.count"), KEY).body()));
      assertEquals(2, value(send(jetty, document("till.count"), KEY).body()));
    }
  }

  @Test
  void callIsTheSameHoweverItIsWritten() throws Exception {
    try (JettyFixture jetty = jetty("till").start()) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
      assertEquals("5 in run 1", value(send(jetty, pay("<string>&#53;</string>"), KEY).body()));
    }
  }

  @Test
  void otherParametersAreRefused() throws Exception {
    try (JettyFixture jetty = jetty("till").start()) {
      send(jetty, PAY, KEY);
      assertRefused(
          422,
          -32300,
          "the Idempotency-Key was sent before, with other parameters",
          send(jetty, pay("6"), KEY));
      assertEquals(1, Till.runs());
    }
  }

  @Test
  void streamGoesToTheFirstCallerOnly() throws Exception {
    byte[] call = document("till.stream");
    try (JettyFixture jetty = jetty("till").start()) {
      Object first = value(send(jetty, call, KEY).body());
      assertEquals(100_000, assertInstanceOf(Binary.class, first).size());
      assertRefused(
          200,
          -32002,
          "the call was run when it was first sent, but its answer was a stream, which is not kept",
          send(jetty, call, KEY));
      assertEquals(1, Till.runs());
    }
  }

  @Test
  void callThatIsStillRunningIsToldSo() throws Exception {
    byte[] slow = document("till.slow");
    try (JettyFixture jetty = jetty("till").start();
        RawConnection first = new RawConnection(jetty.connect())) {
      first.send(head(slow.length, KEY)).send(slow);
      Till.awaitSlow();
      Reply second = send(jetty, slow, KEY);
      assertRefused(
          409,
          -32005,
          "the call that was sent with this Idempotency-Key is still running; ask again later",
          second);
      assertEquals(List.of("1"), second.header("Retry-After"));
      assertEquals(List.of(), second.header("Farcall-Unprocessed"));
      Till.endSlow();
      assertEquals(1, value(first.receive().body()));
      assertEquals(1, value(send(jetty, slow, KEY).body()));
    }
  }

  @Test
  void callerWhoIsGoneFindsTheAnswerLater() throws Exception {
    byte[] slow = document("till.slow");
    try (JettyFixture jetty = jetty("till").start()) {
      RawConnection first = new RawConnection(jetty.connect());
      first.send(head(slow.length, KEY)).send(slow);
      Till.awaitSlow();
      first.reset();
      Till.endSlow();
      Reply reply = send(jetty, slow, KEY);
      while (reply.status() == 409) {
        reply = send(jetty, slow, KEY);
      }
      assertEquals(1, value(reply.body()));
      assertEquals(1, Till.runs());
    }
  }

  @Test
  void faultsOfTheMethodAreKept() throws Exception {
    try (JettyFixture jetty = jetty("till").start();
        CapturedLog log = CapturedLog.of("dev.farcall.server")) {
      send(jetty, pay("too much"), KEY);
      assertEquals(
          new Fault(4, "declined in run 1"), fault(send(jetty, pay("too much"), KEY).body()));
      Reply crash = send(jetty, pay("nothing"), OTHER);
      assertEquals(-32603, fault(crash.body()).code());
      assertEquals(crash.text(), send(jetty, pay("nothing"), OTHER).text());
      assertEquals(2, Till.runs());
      assertEquals(1, log.messages().size());
    }
  }

  @Test
  void answerThatCannotBeWrittenIsKeptAsItsFault() throws Exception {
    try (JettyFixture jetty = jetty("till").param("nil", "refuse").start();
        CapturedLog log = CapturedLog.of("dev.farcall.servlet")) {
      Reply first = send(jetty, document("till.other"), KEY);
      assertEquals(-32603, fault(first.body()).code());
      assertEquals(first.text(), send(jetty, document("till.other"), KEY).text());
      assertEquals(1, Till.runs());
      assertEquals(1, log.messages().stream().filter(line -> line.contains("reference")).count());
    }
  }

  @Test
  void answerThatIsTooLongIsNotKept() throws Exception {
    byte[] large = document("till.large", "<int>2000</int>");
    try (JettyFixture jetty = jetty("till").param("idempotency-bytes", "16000").start()) {
      assertEquals("x".repeat(2000) + 1, value(send(jetty, large, KEY).body()));
      assertEquals(
          new Fault(
              -32002,
              "the call was run when it was first sent, but its answer of more than 1000 bytes"
                  + " was not kept (a 16th of setting idempotency-bytes)"),
          fault(send(jetty, large, KEY).body()));
      assertEquals(1, Till.runs());
    }
  }

  @Test
  void whatIsRefusedBeforeItRunsIsNotKept() throws Exception {
    byte[] wrong = document("till.pay", "<int>5</int>");
    try (JettyFixture jetty = jetty("till").start()) {
      String denied = "access to till.empty is denied, the caller is not authenticated";
      assertEquals(denied, fault(send(jetty, document("till.empty"), KEY).body()).faultString());
      assertEquals(-32602, fault(send(jetty, wrong, KEY).body()).code());
      Reply late = send(jetty, PAY, KEY, "Farcall-Deadline: 0");
      assertEquals(-32004, fault(late.body()).code());
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
      assertEquals(-32602, fault(send(jetty, wrong, OTHER).body()).code());
      assertEquals("5 in run 2", value(send(jetty, PAY, OTHER).body()));
    }
  }

  @Test
  void callerWhoGetsTheRoleLaterCanCallWithTheSameKey() throws Exception {
    byte[] empty = document("till.empty");
    BasicLogin login = BasicLogin.create().user("ann").user("root", "admin");
    try (JettyFixture jetty = jetty("till").security(login.handler()).start()) {
      assertEquals(401, send(jetty, empty, KEY).status());
      String ann = "Authorization: " + BasicLogin.authorization("ann");
      assertEquals(-32001, fault(send(jetty, empty, KEY, ann).body()).code());
      String root = "Authorization: " + BasicLogin.authorization("root");
      assertEquals(1, value(send(jetty, empty, KEY, root).body()));
      assertEquals(1, value(send(jetty, empty, KEY, root).body()));
      assertEquals(-32001, fault(send(jetty, empty, KEY, ann).body()).code());
    }
  }

  @Test
  void nobodySeesTheAnswersOfOthers() throws Exception {
    BasicLogin login = BasicLogin.create().user("ann").user("bob");
    String ann = "Authorization: " + BasicLogin.authorization("ann");
    String bob = "Authorization: " + BasicLogin.authorization("bob");
    try (JettyFixture jetty = jetty("till").security(login.handler()).start()) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY, ann).body()));
      assertEquals("5 in run 2", value(send(jetty, PAY, KEY, bob).body()));
      assertEquals("5 in run 3", value(send(jetty, PAY, KEY).body()));
      assertEquals("6 in run 4", value(send(jetty, pay("6"), OTHER, bob).body()));
      assertEquals("5 in run 5", value(send(jetty, PAY, OTHER, ann).body()));
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY, ann).body()));
    }
  }

  @Test
  void shortKeyIsForCallersWhoAreKnown() throws Exception {
    String shortKey = "Idempotency-Key: \"order-17\"";
    BasicLogin login = BasicLogin.create().user("ann");
    try (JettyFixture jetty = jetty("till").security(login.handler()).start()) {
      assertRefused(
          400,
          -32300,
          "the header Idempotency-Key of a caller who is not authenticated has at least 32"
              + " characters, which nobody can guess, as a random UUID",
          send(jetty, PAY, shortKey));
      String ann = "Authorization: " + BasicLogin.authorization("ann");
      assertEquals("5 in run 1", value(send(jetty, PAY, shortKey, ann).body()));
    }
  }

  @Test
  void keyIsRefusedWhereItWouldBeIgnored() throws Exception {
    try (JettyFixture jetty = jetty("till.pay").start()) {
      assertRefused(
          400,
          -32300,
          "the method takes no Idempotency-Key (setting idempotency-keys)",
          send(jetty, document("till.other"), KEY));
      assertEquals(0, Till.runs());
      assertEquals(1, value(send(jetty, document("till.count"), KEY).body()));
      assertEquals(2, value(send(jetty, document("till.count"), KEY).body()));
      assertEquals(-32601, fault(send(jetty, document("no.such"), KEY).body()).code());
    }
  }

  @Test
  void withoutTheSettingNoMethodTakesKeys() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      assertEquals(400, server.call(document("test.echo", "x"), KEY).status());
      assertTrue(server.answers());
    }
  }

  @Test
  void keyOfAMulticallIsForAllOfIt() throws Exception {
    byte[] calls =
        document(
            "system.multicall",
            "<array><data>"
                + entry("till.pay", "5")
                + entry("no.such", "5")
                + entry("till.pay", "5")
                + "</data></array>");
    try (JettyFixture jetty = jetty("system.multicall").start()) {
      Reply first = send(jetty, calls, KEY);
      List<?> answers = assertInstanceOf(List.class, value(first.body()));
      assertEquals(List.of("5 in run 1"), answers.get(0));
      assertEquals(List.of("5 in run 2"), answers.get(2));
      assertEquals(first.text(), send(jetty, calls, KEY).text());
      assertEquals(2, Till.runs());
    }
    try (JettyFixture jetty = jetty("till").start()) {
      assertEquals(400, send(jetty, calls, KEY).status());
      assertEquals(2, Till.runs());
    }
  }

  private static String entry(String method, String param) {
    return "<value><struct><member><name>methodName</name><value>"
        + method
        + "</value></member><member><name>params</name><value><array><data><value>"
        + param
        + "</value></data></array></value></member></struct></value>";
  }

  @Test
  void answersAreInTheSpellingOfTheCaller() throws Exception {
    byte[] other = document("till.other");
    String apache =
        new String(other, StandardCharsets.UTF_8)
            .replace(
                "<methodCall>",
                "<methodCall xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">");
    try (JettyFixture jetty = jetty("till").start()) {
      assertTrue(send(jetty, other, KEY).text().contains("<nil/>"));
      Reply again = send(jetty, apache.getBytes(StandardCharsets.UTF_8), KEY);
      assertTrue(again.text().contains("<ex:nil/>"), again.text());
      assertEquals(1, Till.runs());
    }
  }

  @Test
  void fullStoreOfRunningCallsRefusesUnprocessed() throws Exception {
    byte[] slow = document("till.slow");
    try (JettyFixture jetty = jetty("till").param("idempotency-entries", "1").start();
        RawConnection first = new RawConnection(jetty.connect())) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
      first.send(head(slow.length, KEY)).send(slow);
      Till.awaitSlow();
      Reply full = send(jetty, PAY, OTHER);
      assertRefused(
          503,
          -32003,
          "as many calls with an idempotency key are running as idempotency-entries allows; the"
              + " call was not started, try again later",
          full);
      assertEquals(List.of("1"), full.header("Farcall-Unprocessed"));
      assertEquals(List.of("1"), full.header("Retry-After"));
      assertEquals("5 in run 2", value(send(jetty, PAY).body()));
      Till.endSlow();
      assertEquals(3, value(first.receive().body()));
      assertEquals("5 in run 4", value(send(jetty, PAY, OTHER).body()));
    }
  }

  @Test
  void mistakesInTheSettingsStopTheStart() {
    JettyFixture.Builder wrong =
        jetty("till.pay, til, till.pa").param("idempotency-store", String.class.getName());
    String message =
        String.valueOf(assertThrows(ServletException.class, wrong::start).getMessage());
    assertEquals(
        List.of(
            " - idempotency-keys: no method has the name \"til\", and none begins with \"til.\"",
            " - idempotency-keys: no method has the name \"till.pa\", and none begins with"
                + " \"till.pa.\"",
            " - idempotency-store: java.lang.String is no"
                + " dev.farcall.servlet.IdempotencyStore"),
        message.lines().skip(1).toList());
  }

  /** Makes a context of its own, which asks for nothing any more. */
  public static final class Forgetful implements Interceptor {
    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      return next.call(call, CallContext.local());
    }
  }

  @Test
  void resultIsKeptAlsoWhenNobodyToldOfTheStart() throws Exception {
    try (JettyFixture jetty =
        jetty("till").param("interceptors", Forgetful.class.getName()).start()) {
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
      assertEquals("5 in run 1", value(send(jetty, PAY, KEY).body()));
    }
  }

  /** Whatever a method does is an answer: this is for what goes wrong around it. */
  @Test
  void callThatCameToNoAnswerIsNotMadeAgain() {
    Incidents incidents = Incidents.of(System.getLogger("dev.farcall.servlet.IdempotencyTest"));
    Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
    Idempotency idempotency =
        new Idempotency(
            new KeyedMethods(Set.of("m"), Set.of()),
            new CallDigests(codec),
            new KeptAnswers(
                WireLimits.defaults(), Dialect.APACHE, new InternalErrors(incidents), 1_000),
            new MemoryStore(10, 1_000, System::nanoTime),
            Duration.ofSeconds(30),
            Duration.ofDays(1),
            incidents);
    MethodCall call = MethodCall.of("m");
    CallContext context =
        CallContext.builder()
            .header(
                IdempotencyKeyHeader.NAME,
                IdempotencyKeyHeader.text("8e03978e-40d5-43dd-bc93-6894a57f9324"))
            .build();
    Endpoint failing =
        (unused, started) -> {
          started.started();
          throw new OutOfMemoryError();
        };
    assertThrows(
        OutOfMemoryError.class,
        () -> {
          MethodResponse unused = idempotency.intercept(call, context, failing);
        });
    assertEquals(
        MethodResponse.of(
            new Fault(
                -32603,
                "the call was begun when it was first sent, and came to no answer; nobody knows"
                    + " what it did")),
        idempotency.intercept(call, context, failing));
  }
}
