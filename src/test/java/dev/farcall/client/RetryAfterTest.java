package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server asks for. */
final class RetryAfterTest {

  private static final URI SOMEWHERE = URI.create("http://localhost/RPC2");

  private static Duration read(Map<String, List<String>> headers) {
    return RetryAfter.of(
        new ProtocolError(SOMEWHERE, Delivery.REFUSED, "busy", 503, headers, "", null),
        FakeTime.START);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "7 | PT7S",
        "999999999 | PT999999999S",
        "Tue, 24 Nov 2026 12:00:30 GMT | PT30S",
        "Tue, 24 Nov 2026 11:59:30 GMT | PT0S",
        "Fri, 31 Dec 9999 23:59:59 GMT | P36525D",
        "9999999999 | PT0S",
        "-1 | PT0S",
        "soon | PT0S",
        "'' | PT0S"
      })
  void whatCannotBeReadIsNothing(String value, Duration expected) {
    assertEquals(expected, read(Map.of("retry-after", List.of(value))));
  }

  @Test
  void headerMayBeMissing() {
    assertEquals(Duration.ZERO, read(Map.of()));
  }

  @Test
  void brokenConnectionAsksForNothing() {
    TransportException broken =
        new TransportException(SOMEWHERE, Delivery.UNKNOWN, "it broke", null);
    assertEquals(Duration.ZERO, RetryAfter.of(broken, FakeTime.START));
  }
}
