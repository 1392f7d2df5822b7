package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultException;
import dev.farcall.MappingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {

  @SuppressWarnings("DoNotCallSuggester") // to throw is what they are for
  static final class Failing {
    public int ok() {
      return 1;
    }

    public void announced() {
      throw new FaultException(17, "out of stock");
    }

    public void secret() {
      throw new IllegalStateException("password", new IOException("hunter2"));
    }

    public void checked() throws IOException {
      throw new IOException("hunter2");
    }

    public void nullMessage() {
      throw new NullPointerException();
    }

    public void error() {
      throw new AssertionError("hunter2");
    }

    public void outOfMemory() {
      throw new OutOfMemoryError("hunter2");
    }

    @SuppressWarnings("InfiniteRecursion")
    public void overflow() {
      overflow();
    }

    public void mapping() {
      throw new MappingException("hunter2");
    }

    public void throwable() throws Throwable {
      throw new Throwable("hunter2");
    }

    public void interrupted() throws InterruptedException {
      throw new InterruptedException();
    }

    public List<Object> cyclic() {
      List<Object> list = new ArrayList<>();
      list.add(list);
      return list;
    }

    public Object unsupported() {
      return Thread.currentThread();
    }

    public void forging(String text) {
      throw new IllegalArgumentException("bad " + text);
    }

    @SuppressWarnings("ThrowableNotThrown")
    public void circular() {
      RuntimeException inner = new RuntimeException("inner");
      inner.initCause(new RuntimeException("outer", inner));
      throw inner;
    }
  }

  private static final String FAULT = "-32603 internal error, reference 0000000000";

  private final Logged log = new Logged();
  private final RandomGenerator zero = () -> 0L;
  private final XmlRpcServer server =
      XmlRpcServer.builder().handler("f", new Failing()).random(zero).build();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void faultOfTheHandlerReachesTheCallerAsItIs() {
    assertEquals("17 out of stock", fault(server, "f.announced"));
    assertEquals(List.of(), log.messages());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "checked",
        "nullMessage",
        "error",
        "outOfMemory",
        "overflow",
        "mapping",
        "throwable",
        "cyclic",
        "unsupported",
        "circular"
      })
  void everythingElseIsAReferenceAndIsLoggedOnce(String method) {
    assertEquals(FAULT, fault(server, "f." + method));
    assertEquals(List.of("internal error, reference 0000000000 in f." + method), log.messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "overflow", "outOfMemory"})
  void nextCallAfterAFailureIsAnswered(String method) {
    fault(server, "f." + method);
    assertEquals(1, call(server, "f.ok"));
  }

  @Test
  void logHasTheExceptionWithItsCause() {
    fault(server, "f.secret");
    assertTrue(log.trace().startsWith("java.lang.IllegalStateException: password"), log.trace());
    assertTrue(log.trace().contains("FaultsTest$Failing.secret"), log.trace());
    assertTrue(log.trace().contains("Caused by: java.io.IOException: hunter2"), log.trace());
  }

  @Test
  void checkedExceptionIsLoggedWithoutItsWrapper() {
    fault(server, "f.checked");
    assertTrue(log.trace().startsWith("java.io.IOException: hunter2"), log.trace());
  }

  @Test
  void lineBreaksInAMessageAreEscapedInTheLog() {
    fault(server, "f.forging", "x\r\nSEVERE: all is lost\u202e\u001b[2J");
    assertEquals(
        "java.lang.IllegalArgumentException: bad x\\u000d\\u000aSEVERE: all is"
            + " lost\\u202e\\u001b[2J",
        log.trace().lines().findFirst().orElseThrow());
  }

  @Test
  void longMessageIsCutInTheLog() {
    fault(server, "f.forging", "x".repeat(1_000_000));
    String first = log.trace().lines().findFirst().orElseThrow();
    assertEquals("java.lang.IllegalArgumentException: ".length() + 256, first.length());
  }

  @Test
  void deepTraceIsCutInTheLog() {
    fault(server, "f.overflow");
    assertTrue(log.trace().lines().count() <= 65, () -> log.trace());
  }

  @Test
  void referencesDiffer() {
    XmlRpcServer real = Servers.of("f", new Failing());
    String first = fault(real, "f.secret");
    assertTrue(first.matches("-32603 internal error, reference [0-9A-HJKMNP-TV-Z]{10}"), first);
    assertNotEquals(first, fault(real, "f.secret"));
    assertEquals(first.replace("-32603 ", "") + " in f.secret", log.messages().get(0));
  }

  @Test
  void interruptionIsKept() {
    assertEquals(FAULT, fault(server, "f.interrupted"));
    assertTrue(Thread.interrupted());
  }

  @Test
  void nameThatIsLoggedIsEscapedAndCut() {
    XmlRpcServer failing =
        XmlRpcServer.builder()
            .random(zero)
            .interceptor(
                (call, context, next) -> {
                  throw new IllegalStateException();
                })
            .build();
    assertEquals(FAULT, fault(failing, "a\r\n\u001b\u2028" + "x".repeat(1_000_000)));
    String line = log.messages().get(0);
    assertTrue(
        line.startsWith("internal error, reference 0000000000 in a\\u000d\\u000a\\u001b\\u2028x"),
        line);
    assertTrue(line.length() <= 256, line);
  }

  @Test
  void logThatFailsDoesNotCostTheAnswer() {
    log.failWith(new OutOfMemoryError("log"));
    assertEquals(FAULT, fault(server, "f.secret"));
  }
}
