package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Two servers that break connections at random places, and a client that is to run no call twice,
 * and to tell the truth about each.
 */
final class CutCallsTest {

  private static final Retries QUICK =
      Retries.defaults().withBackOff(Duration.ofMillis(1), Duration.ofMillis(1));

  private final Random random = new Random(39);
  private final NumberedCalls numbered = new NumberedCalls();

  /** How many calls failed, by what was told of them; all others were answered. */
  private final Map<Delivery, Integer> failed = new EnumMap<>(Delivery.class);

  private void call(
      int calls, double disturbed, String connection, UnaryOperator<XmlRpcClient.Builder> settings)
      throws IOException {
    try (CuttingServer a = new CuttingServer(random, numbered, disturbed, connection);
        CuttingServer b = new CuttingServer(random, numbered, disturbed, connection);
        XmlRpcClient client =
            settings
                .apply(XmlRpcClient.builder(a.uri()).server(b.uri().toString()).retries(QUICK))
                .build()) {
      for (int number = 0; number < calls; number++) {
        call(client, number);
      }
    }
  }

  private void call(XmlRpcClient client, int number) {
    try {
      assertEquals(5, client.call("m", number));
      assertTrue(numbered.runs(number) >= 1, "answered, and not run: " + number);
    } catch (TransportException e) {
      failed.merge(e.delivery(), 1, Integer::sum);
      if (e.delivery() != Delivery.UNKNOWN) {
        assertEquals(0, numbered.runs(number), "told as not run: " + number);
      }
    }
  }

  private void assertNoneRanTwice() {
    numbered.runs().forEach((number, times) -> assertEquals(1, times, "runs of " + number));
    assertNotEquals(0, failed.getOrDefault(Delivery.UNKNOWN, 0), "nothing was cut");
  }

  @Test
  void noneOfTenThousandCallsRunsTwice() throws IOException {
    call(10_000, 0.15, "close", settings -> settings);
    assertNoneRanTwice();
  }

  @Test
  void noneRunsTwiceOverConnectionsThatAreKept() throws IOException {
    call(300, 0.1, "keep-alive", settings -> settings);
    assertNoneRanTwice();
  }

  @Test
  void noneRunsTwiceByTheClientOfTheJdk() throws IOException {
    call(1_000, 0.15, "close", settings -> settings.version(Version.HTTP_1_1));
    assertNoneRanTwice();
  }

  @Test
  void allAreAnsweredIfTheyAreIdempotent() throws IOException {
    call(1_000, 0.03, "close", settings -> settings.idempotent("m"::equals));
    assertEquals(Map.of(), failed);
    assertEquals(1_000, numbered.runs().size());
    assertTrue(numbered.runs().values().stream().anyMatch(times -> times > 1), "no reply was cut");
  }
}
