package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CallDocuments;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The application is stopped and started, with calls before, while and after it is. The system
 * property {@code redeploys} says how often; without it as often as ten seconds allow.
 */
@ParameterizedClass
@EnumSource
final class RedeployIT {

  private static final int REDEPLOYS = Integer.getInteger("redeploys", 0);
  private static final int WARM_REDEPLOYS = 3;
  private static final double FLAT = 1.1;
  private static final long AT_LEAST_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Whether it is the container that refuses, or we. None of these has run. */
  private static final Set<String> REFUSALS = Set.of("404", "503", "503 -32003");

  private final Host host;

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  private RunningContainer running;

  RedeployIT(Host host) {
    this.host = host;
  }

  @BeforeEach
  void start() throws IOException {
    running = host.start(directory);
  }

  @AfterEach
  void stop() throws IOException {
    running.close();
  }

  @Test
  void acceptedCallIsAnsweredAndNewOnesAreNotRunWhileTheApplicationStops() throws Exception {
    byte[] document = CallDocuments.bytes(CallDocuments.echo("<int>7</int>"));
    try (RawConnection accepted = running.connect()) {
      accepted.send(
          "POST /farcall/RPC2 HTTP/1.1\nHost: localhost\nContent-Type: text/xml\n"
              + "Expect: 100-continue\nContent-Length: %d\n\n".formatted(document.length));
      // Now the servlet reads, and has to wait for us.
      assertEquals("HTTP/1.1 100", accepted.receiveHead().substring(0, 12));
      running.begin("stop");
      assertRefusedFromSomeTimeOn();
      Reply reply = accepted.send(document).receive();
      assertEquals(200, reply.status());
      assertTrue(reply.text().contains("<value><int>7</int></value>"), reply::text);
      assertEquals(List.of(), reply.header("Set-Cookie"));
    }
    running.awaitDone();
  }

  @Test
  void nothingIsLeftOfApplicationsThatWereStopped() throws Exception {
    long end = System.nanoTime() + AT_LEAST_NANOS;
    int count = 0;
    while (count < WARM_REDEPLOYS) {
      redeploy();
      count++;
    }
    long warm = heapOfOneApplication();
    do {
      redeploy();
      count++;
    } while (REDEPLOYS == 0 ? System.nanoTime() < end : count < REDEPLOYS);
    long heap = heapOfOneApplication();
    String report =
        "%s: stopped and started %d times, live objects have %,d bytes, and had %,d after %d times"
            .formatted(host, count, heap, warm, WARM_REDEPLOYS);
    System.out.println(report);
    assertTrue(heap <= warm * FLAT, report);
    tell("stop");
    assertEventually(0, () -> Jcmd.threads(running.pid(), "farcall-").size());
  }

  private void redeploy() throws IOException, InterruptedException {
    callAll();
    tell("stop");
    tell("start");
  }

  /** The bytes of live objects once there is nothing left of the applications before this one. */
  private long heapOfOneApplication() throws Exception {
    callAll();
    assertEventually(1, () -> Jcmd.instances(running.pid(), host.classLoader()));
    return Jcmd.heap(running.pid());
  }

  private void tell(String command) throws IOException, InterruptedException {
    running.begin(command);
    running.awaitDone();
  }

  private void callAll() throws IOException {
    byte[] zipped = CallDocuments.gzip(CallDocuments.bytes(CallDocuments.echo("x")), 1);
    for (RawRequest request :
        List.of(
            RawRequest.of(CallDocuments.echo("<int>7</int>")),
            RawRequest.of(CallDocuments.echo("<int>7</int>")).with("Farcall-Deadline: 30000"),
            RawRequest.of(CallDocuments.echo("<base64>" + "QUJD".repeat(1 << 19) + "</base64>")),
            RawRequest.of(CallDocuments.multicall(10, "today")),
            RawRequest.of(CallDocuments.call("system.describe")),
            RawRequest.of(zipped).with("Content-Encoding: gzip"))) {
      assertEquals("200 answered", request.send(running).summary());
    }
  }

  private void assertRefusedFromSomeTimeOn() throws IOException {
    Outcome outcome = call();
    while (outcome.summary().equals("200 answered")) {
      outcome = call();
    }
    for (int i = 0; i < 20; i++) {
      assertTrue(REFUSALS.contains(outcome.summary()), outcome::toString);
      assertEquals(List.of(), outcome.leaks());
      outcome = call();
    }
  }

  private Outcome call() throws IOException {
    return RawRequest.of(CallDocuments.echo("x")).send(running);
  }

  /** Asks again until the number is there, or for a minute. */
  private static void assertEventually(long expected, Callable<Number> question) throws Exception {
    long start = System.nanoTime();
    long answer = question.call().longValue();
    while (answer != expected && System.nanoTime() - start < PATIENCE_NANOS) {
      answer = question.call().longValue();
    }
    assertEquals(expected, answer);
  }
}
