package dev.farcall.interop;

import static dev.farcall.interop.Target.bytes;
import static dev.farcall.interop.Target.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.interop.Target.Answer;
import dev.farcall.testkit.CapturedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that reach for more than was declared, and handlers that fail in every way. */
final class HandlerAttackTest {

  private static final AtomicInteger SPRUNG = new AtomicInteger();
  private static final String SECRET = "hunter2";

  private final CapturedLog log = CapturedLog.of("dev.farcall.server");

  @SuppressWarnings("NullAway.Init")
  private Target target;

  @BeforeEach
  void start() throws Exception {
    SPRUNG.set(0);
    target = Target.start(Failing.class);
  }

  @AfterEach
  void nothingSprangAndTheNextCallIsAnswered() throws Exception {
    log.close();
    try (Target running = target) {
      assertEquals(0, SPRUNG.get());
      assertTrue(running.answers());
    }
  }

  /** What a gadget would do: something, as soon as it is read. */
  private static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      SPRUNG.incrementAndGet();
    }
  }

  /** Does something as soon as it is loaded. */
  static final class Trap {
    static {
      SPRUNG.incrementAndGet();
    }

    private Trap() {}
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ex:serializable>%s</ex:serializable>",
        "<serializable>%s</serializable>",
        "<ex:serializable xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">%s"
            + "</ex:serializable>",
        "<struct><member><name>a</name><value><serializable>%s</serializable></value></member>"
            + "</struct>"
      })
  void serializedObjectIsRefused(String content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Gadget());
    }
    String gadget = Base64.getEncoder().encodeToString(bytes.toByteArray());
    Answer answer = target.sendValue(content.formatted(gadget));
    assertEquals(-32600, answer.fault().code());
    assertEquals(0, target.calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"___class___", "@type", "class", "javaClass", "faultCause", "@class"})
  void memberThatNamesAClassIsAMember(String name) throws Exception {
    String trap = HandlerAttackTest.class.getName() + "$Trap";
    Object value =
        target
            .sendValue(
                "<struct><member><name>"
                    + name
                    + "</name><value><string>"
                    + trap
                    + "</string></value></member></struct>")
            .value();
    assertEquals(Map.of(name, trap), value);
  }

  @Test
  void typeOfASchemaIsRefused() throws Exception {
    String trap = HandlerAttackTest.class.getName() + "$Trap";
    Answer answer =
        target.sendValue(
            "<string xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""
                + trap
                + "\">x</string>");
    assertEquals(-32600, answer.fault().code());
    assertEquals(0, target.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getClass",
        "x.getClass",
        "x.getClass.forName",
        "x.class.classLoader",
        "x.hashCode",
        "x.toString",
        "x.equals",
        "x.wait",
        "x.notifyAll",
        "x.finalize",
        "x.clone",
        "x.inherited",
        "x.statically",
        "x.hidden",
        "x.ok.x",
        "x..ok",
        "x.",
        ".ok",
        "ok",
        "X.ok",
        "x.OK",
        "x.ok ",
        " x.ok",
        "x.ok&#10;",
        "x.ok&#xA0;",
        "x.\uFF4Fk",
        "x.\u043Ek",
        "x.ok\u200B",
        "x.ok&#x202E;",
        "x.ok;",
        "x%2eok",
        "x.ok#m",
        "x.setClock",
        "x.main",
        "x.ok&#0;",
        "x.ok&#x2028;",
        "x/ok",
        "system.exit",
        "supervisor.supervisord.options.warnings.linecache.os.system"
      })
  void nameThatWasNotDeclaredIsNotFound(String name) throws Exception {
    Answer answer = target.send(bytes(call(name, "<int>1</int>")));
    // A NUL is not even XML.
    assertEquals(name.contains("&#0;") ? -32700 : -32601, answer.fault().code());
  }

  @Test
  void whatWasDeclaredIsAllThereIs() throws Exception {
    byte[] call = bytes("<methodCall><methodName>system.listMethods</methodName></methodCall>");
    List<?> names = assertInstanceOf(List.class, target.send(call).value());
    assertEquals(
        Set.of(
            "m",
            "x.cyclic",
            "x.deep",
            "x.error",
            "x.illegal",
            "x.memory",
            "x.noMessage",
            "x.ok",
            "x.overflow",
            "x.secret",
            "x.surrogate",
            "x.thread"),
        Set.copyOf(names.stream().filter(name -> !name.toString().startsWith("system.")).toList()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"secret", "error", "overflow", "noMessage", "memory", "cyclic", "thread", "deep"})
  void failureIsAReferenceAndOneLineInTheLog(String method) throws Exception {
    Answer answer = target.send(bytes(call("x." + method, "<int>1</int>")));
    assertEquals(200, answer.status());
    assertEquals(-32603, answer.fault().code());
    assertTrue(
        answer.fault().faultString().matches("internal error, reference [0-9A-Z]{10}"),
        answer::text);
    assertFalse(answer.text().contains(SECRET));
    LogRecord logged = log.take();
    assertNotNull(logged);
    assertEquals(Level.SEVERE, logged.getLevel());
    assertEquals(List.of(), log.messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"illegal", "surrogate"})
  void answerThatIsNoXmlIsACompleteFault(String method) throws Exception {
    Answer answer = target.send(bytes(call("x." + method, "<int>1</int>")));
    assertEquals(200, answer.status());
    assertEquals(-32603, answer.fault().code());
    assertTrue(answer.text().endsWith("</methodResponse>"));
  }

  /** What is not to be called. */
  public static class Parent {
    public int inherited(int ignored) {
      return ignored;
    }
  }

  /** Methods that fail, each taking one int. */
  @SuppressWarnings({"UnusedMethod", "UnusedVariable", "DoNotCallSuggester"})
  public static final class Failing extends Parent {
    public int ok(int x) {
      return x;
    }

    public static int statically(int x) {
      return x;
    }

    public static void main(String... args) {}

    private int hidden(int x) {
      return x;
    }

    public int secret(int x) throws IOException {
      throw new IOException("password " + SECRET, new IllegalStateException(SECRET));
    }

    public int error(int x) {
      throw new AssertionError(SECRET);
    }

    @SuppressWarnings("InfiniteRecursion")
    public int overflow(int x) {
      return overflow(x) + 1;
    }

    public int noMessage(int x) {
      throw new NullPointerException();
    }

    /** More than any heap has. */
    public int memory(int x) {
      return new long[Integer.MAX_VALUE][x].length;
    }

    public Object thread(int x) {
      return Thread.currentThread();
    }

    public List<Object> cyclic(int x) {
      List<Object> list = new ArrayList<>();
      list.add(list);
      return list;
    }

    public Object deep(int x) {
      Object value = x;
      for (int level = 0; level < 65; level++) {
        value = List.of(value);
      }
      return value;
    }

    public String illegal(int x) {
      return "a\u0000b";
    }

    public List<Object> surrogate(int x) {
      return List.of("x".repeat(100_000), "\ud83d");
    }
  }
}
