package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.CallDocuments;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The war is attacked in each container; after each attack an ordinary call is answered. */
@ParameterizedClass
@MethodSource("places")
final class ContainersIT {

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static RunningContainer running;

  ContainersIT(@SuppressWarnings("unused") Place place) {}

  /** A container on a JDK. */
  record Place(Container container, Path javaHome) {}

  static Stream<Place> places() {
    return Jdk.homes()
        .flatMap(home -> Stream.of(Container.values()).map(each -> new Place(each, home)));
  }

  @BeforeParameterizedClassInvocation
  static void start(Place place) throws IOException {
    Path files = Files.createTempDirectory(directory, place.container().name());
    running = place.container().start(place.javaHome(), files);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    running.close();
  }

  @AfterEach
  void anOrdinaryCallIsAnswered() throws IOException {
    Outcome outcome = RawRequest.of(CallDocuments.echo("<int>7</int>")).send(running);
    Reply reply = outcome.reply();
    assertNotNull(reply);
    assertTrue(reply.text().contains("<value><int>7</int></value>"), reply::text);
  }

  static Stream<Attack> attacks() {
    return Stream.concat(DocumentAttacks.all(), HttpAttacks.all());
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void attackIsRefusedAndTellsNothing(Attack attack) throws IOException {
    Outcome outcome = attack.request().send(running);
    assertTrue(attack.allows(outcome), outcome::toString);
    assertEquals(List.of(), outcome.leaks());
  }

  @Test
  void slowBodiesOfSomeAddressesDoNotKeepOutOne() throws IOException {
    String call = CallDocuments.echo("<int>7</int>");
    // More than there are places, so that all of them are taken whichever comes first.
    try (SlowBodies slow = SlowBodies.of(running, 32, "127.0.0.2", "127.0.0.3", "127.0.0.5")) {
      boolean displaced = false;
      Reply late;
      do {
        late = SlowBodies.lateCall(running, "127.0.0.4", call);
        displaced |= slow.isOneDisplaced("127.0.0.5");
      } while (!displaced || late.status() != 200);
      assertTrue(late.text().contains("<value><int>7</int></value>"), late::text);
    }
  }

  @Test
  void pageHasItsHeaders() throws IOException {
    RawRequest request = RawRequest.of("").bodiless("GET /RPC2 HTTP/1.1").with("Accept: text/html");
    Outcome outcome = request.send(running);
    Reply reply = outcome.reply();
    assertNotNull(reply);
    assertEquals(200, reply.status());
    assertEquals(List.of("nosniff"), reply.header("X-Content-Type-Options"));
    assertEquals(List.of("DENY"), reply.header("X-Frame-Options"));
    assertTrue(reply.header("Content-Security-Policy").get(0).startsWith("default-src 'none'"));
    assertEquals(List.of(), outcome.leaks());
  }
}
