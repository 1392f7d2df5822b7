package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CallContextTest {

  private static final CallContext OUTER = CallContext.builder().peerAddress("10.0.0.1").build();
  private static final CallContext INNER = CallContext.builder().peerAddress("10.0.0.2").build();

  @Test
  void outsideOfACallThereIsNoContext() {
    assertEquals(Optional.empty(), CallContext.current());
  }

  @Test
  void whileItRunsItIsTheCurrentOne() {
    assertEquals(Optional.of(OUTER), OUTER.run(CallContext::current));
    assertEquals(Optional.empty(), CallContext.current());
  }

  @Test
  void aCallWithinACallHidesTheOuterOneForAWhile() {
    OUTER.run(
        () -> {
          assertEquals(Optional.of(INNER), INNER.run(CallContext::current));
          assertEquals(Optional.of(OUTER), CallContext.current());
          return "";
        });
    assertEquals(Optional.empty(), CallContext.current());
  }

  @Test
  void afterAFailureNothingIsLeftBehind() {
    assertThrows(IllegalStateException.class, () -> OUTER.run(CallContextTest::fail));
    assertEquals(Optional.empty(), CallContext.current());
  }

  @Test
  void afterAFailureWithinACallTheOuterOneIsBack() {
    OUTER.run(
        () -> {
          assertThrows(IllegalStateException.class, () -> INNER.run(CallContextTest::fail));
          assertEquals(Optional.of(OUTER), CallContext.current());
          return "";
        });
  }

  @Test
  void anotherThreadHasNoneOfIt() throws InterruptedException {
    Object[] seen = {""};
    Thread other = new Thread(() -> seen[0] = CallContext.current());
    OUTER.run(
        () -> {
          other.start();
          return "";
        });
    other.join();

    assertEquals(Optional.empty(), seen[0]);
  }

  @Test
  void aLocalCallIsByNobodyFromNowhereWithoutEnd() {
    CallContext local = CallContext.local();

    assertEquals(Optional.empty(), local.principal());
    assertEquals(Optional.empty(), local.peerAddress());
    assertEquals(Optional.empty(), local.deadline());
    assertEquals(Optional.empty(), local.deadlineSource());
    assertEquals(Optional.empty(), local.remaining());
    assertEquals(Optional.empty(), local.header("Accept"));
    assertEquals(List.of(), local.headers("Accept"));
    assertFalse(local.isInRole("admin"));
    assertFalse(local.isSecure());
  }

  @Test
  void whatWasBuiltIsAnswered() {
    Principal ada = () -> "ada";
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    CallContext context =
        CallContext.builder()
            .principal(ada)
            .roles("admin"::equals)
            .peerAddress("::1")
            .secure(true)
            .headers(name -> name.equalsIgnoreCase("x-id") ? List.of("1", "2") : List.of())
            .deadline(end, "setting x")
            .build();

    for (CallContext same : List.of(context, context.toBuilder().build())) {
      assertEquals(Optional.of(ada), same.principal());
      assertTrue(same.isInRole("admin"));
      assertFalse(same.isInRole("root"));
      assertEquals(Optional.of("::1"), same.peerAddress());
      assertTrue(same.isSecure());
      assertEquals(Optional.of("1"), same.header("X-Id"));
      assertEquals(List.of("1", "2"), same.headers("X-ID"));
      assertEquals(Optional.of(end), same.deadline());
      assertEquals(Optional.of("setting x"), same.deadlineSource());
    }
  }

  @Test
  void anotherDeadlineIsNotOfTheSourceOfTheFirst() {
    CallContext first = CallContext.builder().deadline(Instant.EPOCH, "setting x").build();

    CallContext second = first.toBuilder().deadline(Instant.MAX).build();

    assertEquals(Optional.of(Instant.MAX), second.deadline());
    assertEquals(Optional.empty(), second.deadlineSource());
  }

  @Test
  void whatRemainsIsNeverNegative() {
    CallContext late = CallContext.builder().deadline(Instant.EPOCH).build();

    assertEquals(Optional.of(Duration.ZERO), late.remaining());
  }

  @Test
  void whatRemainsIsTheTimeToTheDeadline() {
    CallContext context =
        CallContext.builder().deadline(Instant.now().plus(Duration.ofHours(1))).build();

    Duration remaining = context.remaining().orElseThrow();

    assertTrue(remaining.compareTo(Duration.ofHours(1)) <= 0);
    assertTrue(remaining.compareTo(Duration.ofMinutes(50)) > 0);
  }

  private static String fail() {
    throw new IllegalStateException();
  }

  @Test
  void addedHeaderStandsInPlaceOfTheCallers() {
    CallContext sent =
        CallContext.builder().headers(name -> List.of("sent " + name, "twice")).build();
    CallContext context = sent.toBuilder().header("X-Test", "1").header("x-test", "2").build();

    assertEquals(List.of("2"), context.headers("X-TEST"));
    assertEquals(Optional.of("2"), context.header("x-Test"));
    assertEquals(List.of("sent y", "twice"), context.headers("y"));
    assertEquals(Map.of("X-Test", "2"), context.addedHeaders());
    assertEquals(context.addedHeaders(), context.toBuilder().build().addedHeaders());
    assertEquals(Map.of(), sent.addedHeaders());
  }

  @Test
  void startIsToldToAllWhoAskedForIt() {
    List<String> told = new ArrayList<>();
    CallContext first = CallContext.builder().onStart(() -> told.add("first")).build();
    CallContext both = first.toBuilder().onStart(() -> told.add("second")).build();

    both.toBuilder().build().started();
    assertEquals(List.of("first", "second"), told);
    first.started();
    CallContext.local().started();
    assertEquals(List.of("first", "second", "first"), told);
  }

  @Test
  void traceIsThatOfTheHeaders() {
    String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    CallContext context =
        CallContext.builder()
            .headers(name -> name.equals("traceparent") ? List.of(parent) : List.of("a=1"))
            .build();
    TraceContext trace = context.trace().orElseThrow();

    assertEquals(parent, trace.parent());
    assertEquals("a=1", trace.state());
    assertEquals(Optional.of(trace), trace.addTo(CallContext.builder()).build().trace());
    assertEquals(Optional.empty(), CallContext.local().trace());
  }
}
