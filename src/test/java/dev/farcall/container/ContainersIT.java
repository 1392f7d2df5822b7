package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The war is attacked in each container; after each attack an ordinary call is answered. */
@ParameterizedClass
@EnumSource
final class ContainersIT {

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static RunningContainer running;

  ContainersIT(@SuppressWarnings("unused") Container container) {}

  @BeforeParameterizedClassInvocation
  static void start(Container container) throws IOException {
    running = container.start(Files.createTempDirectory(directory, container.name()));
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    running.close();
  }

  @AfterEach
  void anOrdinaryCallIsAnswered() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(running.uri())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(Documents.echo("<int>7</int>")))
            .build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    assertTrue(body.contains("<value><int>7</int></value>"), body);
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
