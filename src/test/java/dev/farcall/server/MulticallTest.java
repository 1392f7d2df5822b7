package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MulticallTest {

  static final class Sample {
    int calls;

    public int add(int a, int b) {
      calls++;
      return a + b;
    }

    public void fail() {
      throw new FaultException(17, "out of stock");
    }

    public @Nullable Object nothing() {
      return null;
    }
  }

  private final Sample sample = new Sample();
  private final XmlRpcServer server = Servers.of("s", sample);

  private static Struct entry(String name, @Nullable Object... params) {
    return new Struct().with("methodName", name).with("params", Arrays.asList(params));
  }

  private static Struct faultOf(int code, String text) {
    return new Struct().with("faultCode", code).with("faultString", text);
  }

  private @Nullable Object multicall(Object... entries) {
    return call(server, "system.multicall", Arrays.asList(entries));
  }

  @Test
  void eachAnswerIsAnArrayOfOne() {
    assertEquals(
        List.of(List.of(3), List.of(7)), multicall(entry("s.add", 1, 2), entry("s.add", 3, 4)));
  }

  @Test
  void nilIsAnAnswerToo() {
    assertEquals(List.of(Collections.singletonList(null)), multicall(entry("s.nothing")));
  }

  @Test
  void noEntriesHaveNoAnswers() {
    assertEquals(List.of(), multicall());
  }

  @Test
  void failureChangesNoOtherAnswer() {
    assertEquals(
        List.of(
            List.of(3),
            faultOf(17, "out of stock"),
            faultOf(-32601, "no method s.nope"),
            faultOf(-32602, "s.add: params[0]: expected int, got string \"x\""),
            List.of(7)),
        multicall(
            entry("s.add", 1, 2),
            entry("s.fail"),
            entry("s.nope"),
            entry("s.add", "x", 1),
            entry("s.add", 3, 4)));
  }

  @Test
  void membersAreMatchedByName() {
    Struct reversed = new Struct().with("params", List.of(1, 2)).with("methodName", "s.add");
    assertEquals(List.of(List.of(3)), multicall(reversed));
  }

  @Test
  void missingParamsAreNone() {
    assertEquals(
        List.of(Collections.singletonList(null)),
        multicall(new Struct().with("methodName", "s.nothing")));
  }

  @Test
  void malformedEntriesHaveFaultsOfTheirOwn() {
    assertEquals(
        List.of(
            faultOf(-32600, "params[0][0]: expected struct, got int"),
            faultOf(-32600, "params[0][1].methodName: expected string, got nothing"),
            faultOf(-32600, "params[0][2].methodName: expected string, got int"),
            faultOf(-32600, "params[0][3].params: expected array, got string"),
            List.of(3)),
        multicall(
            1,
            new Struct(),
            new Struct().with("methodName", 1),
            new Struct().with("methodName", "s.add").with("params", "x"),
            entry("s.add", 1, 2)));
  }

  @Test
  void nestedMulticallIsRefused() {
    Struct refused =
        faultOf(-32600, "params[0][0]: system.multicall cannot be called from within itself");
    assertEquals(List.of(refused), multicall(entry("system.multicall", List.of())));
    assertEquals(
        List.of(faultOf(-32601, "no method  system.multicall ")),
        multicall(entry(" system.multicall ", List.of())));
  }

  @Test
  void hundredCallsAreAccepted() {
    multicall(Collections.nCopies(100, entry("s.add", 1, 2)).toArray());
    assertEquals(100, sample.calls);
  }

  @Test
  void moreThanTheLimitIsRefusedWhole() {
    assertEquals(
        "-32002 multicall of 101 calls, at most 100 are allowed (setting multicall-limit)",
        fault(server, "system.multicall", Collections.nCopies(101, entry("s.add", 1, 2))));
    assertEquals(0, sample.calls);
  }

  @Test
  void limitCanBeSet() {
    XmlRpcServer one = XmlRpcServer.builder().handler("s", sample).multicallLimit(1).build();
    assertEquals(
        "-32002 multicall of 2 calls, at most 1 are allowed (setting multicall-limit)",
        fault(one, "system.multicall", List.of(entry("s.fail"), entry("s.fail"))));
  }

  @Test
  void wrongParametersAreRefusedAsOfAnyMethod() {
    assertEquals(
        "-32602 system.multicall takes 1 parameter (array), got 0",
        fault(server, "system.multicall"));
    assertEquals(
        "-32602 system.multicall: params[0]: expected array, got int 1",
        fault(server, "system.multicall", 1));
  }

  @Test
  void interceptorsSeeTheCallsInsideAndNotTheWhole() {
    List<String> seen = new ArrayList<>();
    XmlRpcServer watched =
        XmlRpcServer.builder()
            .handler("s", sample)
            .interceptor(
                (call, context, next) -> {
                  seen.add(call.methodName());
                  return next.call(call, context);
                })
            .build();
    call(watched, "system.multicall", List.of(entry("s.add", 1, 2), entry("s.fail")));
    assertEquals(List.of("s.add", "s.fail"), seen);
  }

  @Test
  void interceptorThatRefusesIsAFaultOfTheEntry() {
    XmlRpcServer guarded =
        XmlRpcServer.builder()
            .handler("s", sample)
            .interceptor(
                (call, context, next) -> {
                  if (call.methodName().equals("s.fail")) {
                    throw FaultException.of(FaultCode.ACCESS_DENIED, "not you");
                  }
                  return next.call(call, context);
                })
            .build();
    assertEquals(
        List.of(faultOf(-32001, "not you"), List.of(3)),
        call(guarded, "system.multicall", List.of(entry("s.fail"), entry("s.add", 1, 2))));
  }

  @Test
  void entriesAfterTheDeadlineAreNotStarted() {
    XmlRpcServer slow =
        XmlRpcServer.builder()
            .handler("s", sample)
            .method("untilDeadline", (params, context) -> spin(context))
            .build();
    CallContext soon = CallContext.builder().deadline(Instant.now().plusMillis(100)).build();
    assertEquals(
        List.of(
            List.of("done"), faultOf(-32004, "the deadline passed before the call was started")),
        slow.call(
                MethodCall.of(
                    "system.multicall", List.of(entry("untilDeadline"), entry("s.add", 1, 2))),
                soon)
            .value());
    assertEquals(0, sample.calls);
  }

  private static String spin(CallContext context) {
    while (!context.remaining().orElseThrow().isZero()) {
      Thread.onSpinWait();
    }
    return "done";
  }
}
