package dev.farcall.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.LoginAttempt;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When those who asked are told that a method begins to run. */
final class StartTest {

  static final class Gate {
    public int open() {
      return 1;
    }

    public int fail() {
      throw new IllegalStateException();
    }

    @LoginAttempt
    public boolean login(String user) {
      return false;
    }
  }

  private final AtomicInteger starts = new AtomicInteger();
  private final CallContext context =
      CallContext.builder().onStart(starts::incrementAndGet).build();
  private final XmlRpcServer server =
      XmlRpcServer.builder()
          .handler("gate", new Gate())
          .method("echo", (params, caller) -> params)
          .roles("gate.fail", "admin")
          .loginLimits(new LoginLimits(1, 1, 300))
          .build();

  private int startsOf(String method, Object... params) {
    return startsOf(context, MethodCall.of(method, params));
  }

  private int startsOf(CallContext caller, MethodCall call) {
    int before = starts.get();
    server.call(call, caller);
    return starts.get() - before;
  }

  @Test
  void methodThatRunsIsTold() {
    assertEquals(1, startsOf("gate.open"));
    assertEquals(1, startsOf("echo", 1));
    CallContext admin = context.toBuilder().roles("admin"::equals).build();
    assertEquals(1, startsOf(admin, MethodCall.of("gate.fail")));
  }

  @Test
  void refusedCallIsNot() {
    assertEquals(0, startsOf("no.such"));
    assertEquals(0, startsOf("gate.open", 1));
    assertEquals(0, startsOf("gate.fail"));
    CallContext late = context.toBuilder().deadline(Instant.EPOCH).build();
    assertEquals(0, startsOf(late, MethodCall.of("gate.open")));
  }

  @Test
  void refusedLoginIsNot() {
    assertEquals(1, startsOf("gate.login", "ann"));
    assertEquals(0, startsOf("gate.login", "ann"));
  }

  @Test
  void callsOfAMulticallAreToldBesidesItself() {
    List<Struct> calls =
        List.of(
            new Struct().with("methodName", "gate.open"),
            new Struct().with("methodName", "no.such"),
            new Struct().with("methodName", "gate.open"));
    assertEquals(3, startsOf("system.multicall", calls));
  }

  @Test
  void closedServerTellsNothing() {
    server.close();
    assertEquals(0, startsOf("gate.open"));
  }
}
