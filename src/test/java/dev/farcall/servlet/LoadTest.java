package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More calls than can run, bodies that do not come, and the end of the servlet. */
final class LoadTest {

  private static final byte[] WAIT = document("test.await");
  private static final byte[] QUICK = document("test.quick");

  private final List<AutoCloseable> open = new ArrayList<>();

  /** What is called: calls that wait are known to run, and end when they are let go. */
  public static final class Subject {
    private static volatile Semaphore started = new Semaphore(0);
    private static volatile CountDownLatch go = new CountDownLatch(1);

    public String await() throws InterruptedException {
      started.release();
      go.await();
      return "done";
    }

    public String hold(String text) throws InterruptedException {
      return await();
    }

    public int size(String text) {
      return text.length();
    }

    public String quick() {
      return "quick";
    }
  }

  @BeforeEach
  void reset() {
    Subject.started = new Semaphore(0);
    Subject.go = new CountDownLatch(1);
  }

  @AfterEach
  void close() throws Exception {
    Subject.go.countDown();
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private JettyFixture start(String... params) throws Exception {
    JettyFixture.Builder builder =
        JettyFixture.of(new XmlRpcServlet()).param("handler.test", Subject.class.getName());
    for (int i = 0; i < params.length; i += 2) {
      builder.param(params[i], params[i + 1]);
    }
    JettyFixture jetty = builder.start();
    open.add(jetty);
    return jetty;
  }

  private RawConnection connect(JettyFixture jetty) throws IOException {
    return opened(new RawConnection(jetty.connect()));
  }

  private RawConnection opened(RawConnection connection) {
    open.add(connection);
    return connection;
  }

  private RawConnection send(JettyFixture jetty, byte[] call) throws IOException {
    return connect(jetty).send(ServletFixture.head(call.length)).send(call);
  }

  private RawConnection sendFrom(String address, JettyFixture jetty, byte[] call)
      throws IOException {
    return opened(new RawConnection(jetty.connect(address)))
        .send(ServletFixture.head(call.length))
        .send(call);
  }

  private RawConnection running(JettyFixture jetty) throws Exception {
    RawConnection connection = send(jetty, WAIT);
    Subject.started.acquire();
    return connection;
  }

  private static void assertUnprocessed(String message, Reply reply) throws IOException {
    assertEquals(503, reply.status());
    assertEquals(List.of("1"), reply.header("Farcall-Unprocessed"));
    assertEquals(List.of("1"), reply.header("Retry-After"));
    assertEquals(-32003, fault(reply.body()).code());
    assertEquals(message, fault(reply.body()).faultString());
  }

  @Test
  void oneCallTooManyIsRefusedAndNotStarted() throws Exception {
    JettyFixture jetty = start("max-concurrent-calls", "2");
    List<RawConnection> running = List.of(running(jetty), running(jetty));
    RawConnection refused = send(jetty, QUICK);
    assertUnprocessed(
        "as many calls are running as max-concurrent-calls and max-calls-per-caller allow; the"
            + " call was not started, try again later",
        refused.receive());
    Subject.go.countDown();
    for (RawConnection each : running) {
      assertEquals("done", value(each.receive().body()));
    }
    // On the connection of the one that was refused.
    refused.send(ServletFixture.head(QUICK.length)).send(QUICK);
    assertEquals("quick", value(refused.receive().body()));
  }

  @Test
  void callTooManyIsRefusedBeforeItIsRead() throws Exception {
    JettyFixture jetty = start("max-calls-per-caller", "1");
    running(jetty);
    RawConnection refused = connect(jetty).send(ServletFixture.head(8, "Expect: 100-continue"));
    assertEquals(503, refused.receive().status());
  }

  @Test
  void oneCallerGetsNoMoreThanItsShare() throws Exception {
    JettyFixture jetty = start("max-calls-per-caller", "1");
    running(jetty);
    assertEquals(503, send(jetty, QUICK).receive().status());
  }

  @Test
  void bodiesThatDoNotComeKeepNobodyOut() throws Exception {
    JettyFixture jetty = start("max-bodies-per-caller", "2");
    List<RawConnection> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      slow.add(connect(jetty).send(ServletFixture.head(QUICK.length)).send(new byte[] {'<'}));
    }
    assertEquals("quick", value(send(jetty, QUICK).receive().body()));
    RawConnection refused = slow.get(19);
    assertUnprocessed(
        "the body does not come with its head, and as many as max-waiting-bodies and"
            + " max-bodies-per-caller allow are waited for already; try again later",
        refused.receive());
  }

  @Test
  void bodyThatComesInPiecesIsReadThoughOthersAreWaitedFor() throws Exception {
    JettyFixture jetty = start("max-waiting-bodies", "1");
    connect(jetty).send(ServletFixture.head(QUICK.length)).send(new byte[] {'<'});
    RawConnection pieces = connect(jetty).send(ServletFixture.head(QUICK.length));
    pieces.send(Arrays.copyOf(QUICK, 1));
    pieces.send(Arrays.copyOfRange(QUICK, 1, 20));
    pieces.send(Arrays.copyOfRange(QUICK, 20, QUICK.length));
    assertEquals("quick", value(pieces.receive().body()));
  }

  @Test
  void documentsOfAllCallsGetNoMoreMemoryThanTheyMay() throws Exception {
    JettyFixture jetty = start("max-held-bytes", "400000");
    RawConnection holding = send(jetty, large("test.hold"));
    Subject.started.acquire();
    assertUnprocessed(
        "the documents of all calls together have as many bytes as max-held-bytes allows (400000);"
            + " try again later",
        sendFrom("127.0.0.2", jetty, large("test.size")).receive());
    assertEquals("quick", value(send(jetty, QUICK).receive().body()));
    Subject.go.countDown();
    assertEquals("done", value(holding.receive().body()));
    while (send(jetty, large("test.size")).receive().status() != 200) {
      // The answer is out a moment before its room is given back.
      Thread.onSpinWait();
    }
  }

  @Test
  void documentsOfOneCallerGetHalfOfTheMemory() throws Exception {
    JettyFixture jetty = start("max-held-bytes", "800000");
    RawConnection holding = send(jetty, large("test.hold"));
    Subject.started.acquire();
    assertUnprocessed(
        "the documents of one caller have as many bytes as half of max-held-bytes (800000), which"
            + " one caller gets; try again later",
        send(jetty, large("test.size")).receive());
    RawConnection other = sendFrom("127.0.0.2", jetty, large("test.size"));
    assertEquals(300_000, value(other.receive().body()));
    Subject.go.countDown();
    assertEquals("done", value(holding.receive().body()));
  }

  @Test
  void singleDocumentOfACallerGetsAllOfTheMemory() throws Exception {
    JettyFixture jetty = start("max-held-bytes", "400000");
    assertEquals(300_000, value(send(jetty, large("test.size")).receive().body()));
  }

  private static byte[] large(String method) {
    return document(method, "<string>" + "x".repeat(300_000) + "</string>");
  }

  @Test
  void runningCallsEndBeforeTheServletAndNewOnesAreRefused() throws Exception {
    JettyFixture jetty = start();
    RawConnection accepted = running(jetty);
    Thread drain = new Thread(drain(jetty));
    drain.start();
    Reply refused = send(jetty, QUICK).receive();
    while (refused.status() == 200) {
      // The drain has not begun yet.
      refused = send(jetty, QUICK).receive();
    }
    assertUnprocessed("the server is being stopped; the call was not started", refused);
    assertEquals(List.of("close"), refused.header("Connection"));
    Subject.go.countDown();
    assertEquals("done", value(accepted.receive().body()));
    drain.join();
  }

  @Test
  void callThatTakesTooLongIsInterruptedAndReported() throws Exception {
    JettyFixture jetty = start("drain-seconds", "1");
    RawConnection accepted = running(jetty);
    try (CapturedLog log = CapturedLog.of("dev.farcall.servlet")) {
      jetty.stopServlet();
      String line = log.messages().get(0).replaceFirst("after [0-9]+ s", "after N s");
      assertEquals(
          "the servlet is stopped, and interrupts a call of test.await from address 127.0.0.1 after"
              + " N s (setting drain-seconds)",
          line);
    }
    assertEquals(-32603, fault(accepted.receive().body()).code());
  }

  private static Runnable drain(JettyFixture jetty) {
    Object drain = jetty.attribute("dev.farcall.drain." + jetty.servletName());
    return (Runnable) Objects.requireNonNull(drain);
  }
}
