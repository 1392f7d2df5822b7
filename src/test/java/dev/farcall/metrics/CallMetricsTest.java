package dev.farcall.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.testing.InMemory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CallMetricsTest {

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final CallMetrics metrics = CallMetrics.ofServer(registry, Set.of("a", "b"));

  private void call(String name, Endpoint endpoint) {
    metrics.around(endpoint).call(MethodCall.of(name), CallContext.local());
  }

  private MethodResponse takes(Duration time) {
    clock.add(time);
    return MethodResponse.of(1);
  }

  private MethodFigures figures(String method) {
    return metrics.figures().stream()
        .filter(each -> each.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private Counter faults(String method, String code) {
    return registry.get("farcall.server.faults").tags("method", method, "code", code).counter();
  }

  private Set<String> methods(String side) {
    return registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().startsWith("farcall." + side))
        .map(meter -> String.valueOf(meter.getId().getTag("method")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void timeOfACallIsMeasured() {
    call("a", (call, context) -> takes(Duration.ofMillis(7)));
    Timer timer =
        registry.get("farcall.server.calls").tags("method", "a", "outcome", "success").timer();
    assertEquals(1, timer.count());
    assertEquals(7, timer.totalTime(TimeUnit.MILLISECONDS), 1e-9);
  }

  @Test
  void everyMethodHasItsSeriesBeforeItIsCalled() {
    assertEquals(Set.of("a", "b", "unknown"), methods("server"));
    assertEquals(
        List.of("a", "b", "unknown"),
        metrics.figures().stream().map(MethodFigures::method).toList());
  }

  @Test
  void whatIsNoMethodIsUnknown() {
    for (int i = 0; i < 1_000; i++) {
      call("name" + i, (call, context) -> MethodResponse.of(1));
    }
    assertEquals(Set.of("a", "b", "unknown"), methods("server"));
    assertEquals(1_000, figures("unknown").calls());
  }

  @Test
  void methodOfTheNameUnknownIsCountedWithThem() {
    try (CallMetrics own = CallMetrics.ofServer(registry, Set.of("unknown"), "servlet", "x")) {
      own.around((call, context) -> MethodResponse.of(1))
          .call(MethodCall.of("unknown"), CallContext.local());
      assertEquals(List.of(1L), own.figures().stream().map(MethodFigures::calls).toList());
    }
  }

  @Test
  void faultThatIsAnsweredIsCountedByItsCode() {
    call("a", (call, context) -> MethodResponse.of(Fault.of(FaultCode.INVALID_PARAMS, "no")));
    assertEquals(1, faults("a", "-32602").count());
    assertEquals(1, figures("a").faults());
    assertEquals(1, figures("a").calls());
  }

  @Test
  void faultThatIsThrownIsCountedAndThrownOn() {
    FaultException fault = new FaultException(4, "no");
    FaultException thrown =
        assertThrows(
            FaultException.class,
            () ->
                call(
                    "a",
                    (call, context) -> {
                      throw fault;
                    }));
    assertSame(fault, thrown);
    assertEquals(1, faults("a", "application").count());
  }

  @Test
  void codesThatHandlersChooseMakeOneSeries() {
    for (int code = -40_000; code < 40_000; code += 7) {
      int chosen = code;
      call("a", (call, context) -> MethodResponse.of(new Fault(chosen, "no")));
    }
    assertTrue(registry.find("farcall.server.faults").counters().size() <= 15);
  }

  @Test
  void otherExceptionsAreInternalErrors() {
    assertThrows(
        StackOverflowError.class,
        () ->
            call(
                "a",
                (call, context) -> {
                  throw new StackOverflowError();
                }));
    assertEquals(1, faults("a", "-32603").count());
    assertEquals(0, figures("a").inFlight());
  }

  @Test
  void callThatRunsIsInFlight() {
    call(
        "a",
        (call, context) -> {
          assertEquals(1, figures("a").inFlight());
          Gauge gauge = registry.get("farcall.server.in.flight").tag("method", "a").gauge();
          assertEquals(1, gauge.value());
          return MethodResponse.of(1);
        });
    assertEquals(0, figures("a").inFlight());
  }

  @Test
  void percentilesAreThoseOfCallsThatWentWell() {
    for (int i = 1; i <= 100; i++) {
      Duration time = Duration.ofMillis(i);
      call("a", (call, context) -> takes(time));
    }
    call("a", (call, context) -> MethodResponse.of(new Fault(4, "no")));
    MethodFigures figures = figures("a");
    assertEquals(0.05, figures.p50(), 0.005);
    assertEquals(0.09, figures.p90(), 0.009);
    assertEquals(0.099, figures.p99(), 0.0099);
    assertEquals(0.1, figures.max(), 1e-9);
    assertEquals(
        10,
        figures.buckets().stream()
            .filter(each -> each.seconds() == 0.01)
            .findFirst()
            .orElseThrow()
            .count());
  }

  @Test
  void percentilesOfNoCallsAreNone() {
    assertTrue(Double.isNaN(figures("a").p50()));
    assertTrue(Double.isNaN(figures("a").max()));
  }

  @Test
  void percentilesForgetAfterTwoMinutes() {
    call("a", (call, context) -> takes(Duration.ofSeconds(1)));
    clock.add(Duration.ofSeconds(121));
    assertTrue(Double.isNaN(figures("a").p99()));
    assertEquals(1, figures("a").calls());
  }

  @Test
  void closingTakesEverythingOutOfTheRegistry() {
    call("a", (call, context) -> MethodResponse.of(new Fault(4, "no")));
    metrics.close();
    assertEquals(List.of(), registry.getMeters());
  }

  @Test
  void callsOfAServerAreMeasured() {
    try (XmlRpcServer server =
        XmlRpcServer.builder()
            .method("add", Integer.class, Integer.class, Integer.class, Integer::sum)
            .interceptor(methods -> CallMetrics.ofServer(registry, methods, "name", "s"))
            .build()) {
      server.call(MethodCall.of("add", 1, 2), CallContext.local());
      server.call(MethodCall.of("nope"), CallContext.local());
      Timer added =
          registry
              .get("farcall.server.calls")
              .tags("name", "s", "method", "add", "outcome", "success")
              .timer();
      assertEquals(1, added.count());
      assertEquals(1, faults("unknown", "-32601").count());
    }
  }

  @Test
  void callsInAMulticallAreMeasuredOneByOne() {
    try (XmlRpcServer server =
            XmlRpcServer.builder()
                .method("one", Integer.class, () -> 1)
                .interceptor(methods -> CallMetrics.ofServer(registry, methods, "name", "s"))
                .build();
        XmlRpcClient client = InMemory.client(server)) {
      var calls = client.multiCall();
      calls.add("one");
      calls.add("one");
      calls.execute();
      assertEquals(
          2,
          registry
              .get("farcall.server.calls")
              .tags("method", "one", "outcome", "success")
              .timer()
              .count());
      assertEquals(
          null, registry.find("farcall.server.calls").tags("method", "system.multicall").timer());
    }
  }

  @Test
  void firstNamesThatAClientCallsHaveTheirOwnSeries() {
    try (CallMetrics client = CallMetrics.ofClient(registry)) {
      Endpoint endpoint = client.around((call, context) -> MethodResponse.of(1));
      int names = CallMetrics.CLIENT_METHODS + 100;
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < names; i++) {
          endpoint.call(MethodCall.of("name" + i), CallContext.local());
        }
      }
      Set<String> expected =
          IntStream.range(0, CallMetrics.CLIENT_METHODS)
              .mapToObj(i -> "name" + i)
              .collect(Collectors.toCollection(TreeSet::new));
      expected.add("unknown");
      assertEquals(expected, methods("client"));
      assertEquals(
          200,
          client.figures().stream()
              .filter(each -> each.method().equals("unknown"))
              .mapToLong(MethodFigures::calls)
              .sum());
    }
  }

  @Test
  void clientsCountWhatIsNoAnswer() {
    assertEquals(
        "transport",
        Side.CLIENT.labelOf(
            new TransportException(URI.create("http://x"), Delivery.UNKNOWN, "gone", null)));
    assertEquals(
        "wire", Side.CLIENT.labelOf(new WireException(FaultCode.NOT_WELL_FORMED, "no XML")));
    assertEquals("other", Side.CLIENT.labelOf(new IllegalStateException()));
    assertEquals(
        "-32601", Side.CLIENT.labelOf(FaultException.of(FaultCode.METHOD_NOT_FOUND, "no")));
  }
}
