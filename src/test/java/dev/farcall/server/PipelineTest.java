package dev.farcall.server;

import static dev.farcall.server.Servers.answer;
import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PipelineTest {

  static final class Sample {
    public void nothing() {}

    public @Nullable String nil() {
      return null;
    }

    public CompletionStage<Integer> later() {
      return CompletableFuture.supplyAsync(() -> 7);
    }

    public CompletableFuture<Void> laterNothing() {
      return CompletableFuture.completedFuture(null);
    }

    public CompletableFuture<Integer> laterFault() {
      return CompletableFuture.failedFuture(new FaultException(17, "out of stock"));
    }

    public CompletableFuture<Integer> never() {
      return new CompletableFuture<>();
    }

    public boolean sees(CallContext context) {
      return CallContext.current().orElseThrow() == context;
    }
  }

  private record Noting(String name, List<String> events) implements Interceptor {
    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      events.add(name + " before");
      MethodResponse response = next.call(call, context);
      events.add(name + " after");
      return response;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final XmlRpcServer server = Servers.of("s", new Sample());

  @Test
  void firstInterceptorIsOutermost() {
    List<String> events = new ArrayList<>();
    XmlRpcServer noting =
        XmlRpcServer.builder()
            .handler("s", new Sample())
            .interceptor(new Noting("a", events))
            .interceptor(new Noting("b", events))
            .build();
    call(noting, "s.nil");
    assertEquals(List.of("a before", "b before", "b after", "a after"), events);
  }

  @Test
  void serverPrintsWhatACallGoesThrough() {
    XmlRpcServer noting =
        XmlRpcServer.builder()
            .handler("s", new Sample())
            .introspection(Introspection.OFF)
            .interceptor(new Noting("a", List.of()))
            .interceptor(new Noting("b", List.of()))
            .build();
    assertEquals(
        "FaultTranslation -> Closing -> DeadlineCheck -> Interruption -> a -> b -> AccessCheck of 0 methods -> Dispatcher of 7 methods",
        noting.toString());
  }

  @Test
  void interceptorCanBeMadeOfTheNamesOfTheMethods() {
    List<String> names = new ArrayList<>();
    XmlRpcServer noting =
        XmlRpcServer.builder()
            .interceptor(
                methods -> {
                  names.addAll(new TreeSet<>(methods));
                  return new Noting("a", List.of());
                })
            .introspection(Introspection.OFF)
            .method("two", Integer.class, () -> 2)
            .method("one", Integer.class, () -> 1)
            .build();
    assertEquals(List.of("one", "two"), names);
    assertEquals(
        "FaultTranslation -> Closing -> DeadlineCheck -> Interruption -> a -> AccessCheck of 0 methods -> Dispatcher of 2 methods",
        noting.toString());
  }

  @Test
  void interceptorMayAnswerItself() {
    XmlRpcServer cached =
        XmlRpcServer.builder()
            .interceptor((call, context, next) -> MethodResponse.of("cached"))
            .build();
    assertEquals("cached", call(cached, "anything"));
  }

  @Test
  void faultOfAnInterceptorReachesTheCaller() {
    XmlRpcServer refusing =
        XmlRpcServer.builder()
            .interceptor(
                (call, context, next) -> {
                  throw new FaultException(5, "no");
                })
            .build();
    assertEquals("5 no", fault(refusing, "anything"));
  }

  @Test
  void callAfterItsDeadlineIsNotStarted() {
    CallContext late = CallContext.builder().deadline(Instant.EPOCH).build();
    assertEquals(
        "fault -32004: the deadline passed before the call was started",
        server.call(MethodCall.of("s.nothing"), late).toString());
  }

  @Test
  void sourceOfTheDeadlineIsNamed() {
    CallContext late = CallContext.builder().deadline(Instant.EPOCH, "setting x").build();
    assertEquals(
        "fault -32004: the deadline passed before the call was started (setting x)",
        server.call(MethodCall.of("s.nothing"), late).toString());
  }

  @Test
  void contextIsCurrentWhileTheHandlerRuns() {
    assertEquals(true, call(server, "s.sees"));
    assertTrue(CallContext.current().isEmpty());
  }

  @Test
  void voidAnswersTrue() {
    assertEquals(true, call(server, "s.nothing"));
  }

  @Test
  void voidAnswersWhatIsConfigured() {
    XmlRpcServer.Builder builder = XmlRpcServer.builder().handler("s", new Sample());
    assertEquals("", call(builder.voidResult(VoidResult.EMPTY_STRING).build(), "s.nothing"));
    assertNull(call(builder.voidResult(VoidResult.NIL).build(), "s.nothing"));
  }

  @Test
  void nullIsNil() {
    MethodResponse response = answer(server, "s.nil");
    assertFalse(response.fault().isPresent());
    assertNull(response.value());
  }

  @Test
  void stageIsWaitedFor() {
    assertEquals(7, call(server, "s.later"));
    assertEquals(true, call(server, "s.laterNothing"));
    assertEquals("17 out of stock", fault(server, "s.laterFault"));
  }

  @Test
  void stageIsWaitedForUntilTheDeadline() {
    CallContext soon =
        CallContext.builder().deadline(Instant.now().plusMillis(50), "setting x").build();
    assertEquals(
        "fault -32004: the deadline passed while the call was running (setting x)",
        server.call(MethodCall.of("s.never"), soon).toString());
  }

  @Test
  void lambdasAreMethods() {
    XmlRpcServer lambdas =
        XmlRpcServer.builder()
            .method("answer", int.class, () -> 42)
            .method("twice", int.class, int.class, (Integer a) -> 2 * a)
            .method("repeat", String.class, int.class, String.class, String::repeat)
            .method("count", (params, context) -> params.size())
            .build();
    assertEquals(42, call(lambdas, "answer"));
    assertEquals(6, call(lambdas, "twice", 3));
    assertEquals("abab", call(lambdas, "repeat", "ab", 2));
    assertEquals(3, call(lambdas, "count", 1, null, "x"));
    assertEquals(
        "-32602 twice: params[0]: expected int, got string \"x\"", fault(lambdas, "twice", "x"));
  }

  @Test
  void lambdaOfTypesThatCannotTravelIsAProblem() {
    String problems =
        problems(XmlRpcServer.builder().method("x", Thread.class, int.class, thread -> 1));
    assertTrue(problems.startsWith("x: parameter arg0: "), problems);
  }

  @Test
  void lambdaOfOneNameWithAnotherIsAProblem() {
    assertEquals(
        "x(...) is exported more than once: a lambda",
        problems(
            XmlRpcServer.builder()
                .method("x", (params, context) -> 1)
                .method("x", (params, context) -> 2)));
  }

  @Test
  void namesThatCannotBeCalledAreAllReported() {
    assertEquals(
        """
        the name "a b" of a lambda must be 1 to 255 of A-Z a-z 0-9 _ . : /
        the name "caf\u00e9" of a lambda must be 1 to 255 of A-Z a-z 0-9 _ . : /
        the name "" of a lambda must be 1 to 255 of A-Z a-z 0-9 _ . : /""",
        problems(
            XmlRpcServer.builder()
                .method("a b", (params, context) -> 1)
                .method("caf\u00e9", (params, context) -> 1)
                .method("", (params, context) -> 1)));
  }

  @Test
  void reportHasOneLineForEachProblem() {
    XmlRpcServer.Builder builder =
        XmlRpcServer.builder()
            .method("a b", (params, context) -> 1)
            .method("none", Sample.class, "none");
    DeclarationException e = assertThrows(DeclarationException.class, builder::build);
    assertEquals(2, e.problems().size());
    assertEquals(String.join(System.lineSeparator(), e.problems()), e.getMessage());
  }

  @Test
  void negativeLimitIsRefusedAtOnce() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> XmlRpcServer.builder().multicallLimit(-1));
    assertEquals("multicall-limit must not be negative, got -1", e.getMessage());
  }
}
