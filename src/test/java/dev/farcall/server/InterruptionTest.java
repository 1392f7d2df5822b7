package dev.farcall.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of calls that are running when their deadline passes. */
final class InterruptionTest {

  private static final String PASSED =
      "the deadline passed while the call was running (header Farcall-Deadline)";

  private final Subject subject = new Subject();
  private final XmlRpcServer server = XmlRpcServer.builder().handler("", subject).build();

  @AfterEach
  void close() {
    server.close();
  }

  /** Methods that end when they are interrupted, each in its own way. */
  public static final class Subject {
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger quickCalls = new AtomicInteger();

    public boolean wait_forever() throws InterruptedException {
      never.await();
      return true;
    }

    public boolean wrap() {
      try {
        never.await();
        return true;
      } catch (InterruptedException e) {
        throw new IllegalStateException("secret", e);
      }
    }

    public String answer() {
      try {
        never.await();
        return "never";
      } catch (InterruptedException e) {
        return "partly";
      }
    }

    public String refuse() {
      try {
        never.await();
        return "never";
      } catch (InterruptedException e) {
        throw new FaultException(7, "given up");
      }
    }

    public int quick() {
      return quickCalls.incrementAndGet();
    }
  }

  private MethodResponse call(String method, Object... params) {
    CallContext context =
        CallContext.builder()
            .deadline(Instant.now().plusMillis(50), "header Farcall-Deadline")
            .build();
    return server.call(MethodCall.of(method, params), context);
  }

  private void assertFault(int code, String text, MethodResponse response) {
    assertEquals(code, response.fault().orElseThrow().code());
    assertEquals(text, response.fault().orElseThrow().faultString());
  }

  @Test
  void handlerThatHeedsTheInterruptionIsToldAsLate() {
    assertFault(-32004, PASSED, call("wait_forever"));
  }

  @Test
  void otherExceptionsOfAnInterruptedHandlerAreToldAsLateToo() {
    assertFault(-32004, PASSED, call("wrap"));
  }

  @Test
  void answerThatComesAllTheSameIsSent() {
    assertEquals("partly", call("answer").value());
  }

  @Test
  void faultOfTheHandlersOwnIsSent() {
    assertFault(7, "given up", call("refuse"));
  }

  @Test
  void threadIsNotInterruptedAnyMoreAfterTheCall() {
    call("wait_forever");
    assertFalse(Thread.currentThread().isInterrupted());
    call("answer");
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void entriesBehindTheOneThatWasInterruptedAreNotStarted() {
    List<Struct> entries = List.of(entry("quick"), entry("wait_forever"), entry("quick"));
    List<?> answers = assertInstanceOf(List.class, call("system.multicall", entries).value());
    assertEquals(List.of(1), answers.get(0));
    assertEquals(PASSED, ((Map<?, ?>) answers.get(1)).get("faultString"));
    assertEquals(
        "the deadline passed before the call was started (header Farcall-Deadline)",
        ((Map<?, ?>) answers.get(2)).get("faultString"));
    assertEquals(1, subject.quickCalls.get());
  }

  @Test
  void callsOfAClosedServerAreRefusedAsBefore() {
    server.close();
    assertFault(-32003, "the server is closed, the call was not started", call("quick"));
  }

  private static Struct entry(String method) {
    return new Struct().with("methodName", method).with("params", List.of());
  }
}
