package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.farcall.FaultCode;
import dev.farcall.call.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a call may be started. */
final class RequestContextTest {

  private static final Instant ARRIVAL = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant READ = ARRIVAL.plusSeconds(5);

  private static CallContext context(RequestStub request) {
    return new RequestContext(Duration.ofSeconds(30), InstantSource.fixed(READ))
        .of(request.build(), ARRIVAL);
  }

  private static void assertDeadline(String end, String source, CallContext context) {
    assertEquals(Optional.of(Instant.parse(end)), context.deadline());
    assertEquals(Optional.of(source), context.deadlineSource());
  }

  @Test
  void withoutHeaderItIsTheSettingsFromWhenTheCallWasRead() {
    assertDeadline("2030-01-01T00:00:35Z", "setting max-call-seconds", context(new RequestStub()));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2030-01-01T00:00:00Z",
    "2500, 2030-01-01T00:00:02.500Z",
    "' 34999 ', 2030-01-01T00:00:34.999Z",
  })
  void aHeaderCountsFromTheArrivalOfTheRequest(String header, String end) {
    assertDeadline(
        end,
        "header Farcall-Deadline",
        context(new RequestStub().header("farcall-deadline", header)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"35000", "35001", "999999999999"})
  void aHeaderCannotRaiseWhatTheSettingAllows(String header) {
    assertDeadline(
        "2030-01-01T00:00:35Z",
        "setting max-call-seconds",
        context(new RequestStub().header("Farcall-Deadline", header)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "1000m", "1000000000000"})
  void aHeaderThatIsNoNumberIsRefused(String header) {
    assertRefused(new RequestStub().header("Farcall-Deadline", header));
  }

  @Test
  void twoHeadersAreRefused() {
    assertRefused(
        new RequestStub().header("Farcall-Deadline", "1").header("Farcall-Deadline", "1"));
  }

  private static void assertRefused(RequestStub request) {
    Refusal refusal = new DeadlineRule().refusal(request.build());
    assertNotNull(refusal);
    assertEquals(400, refusal.status());
    assertEquals(FaultCode.TRANSPORT_ERROR, refusal.code());
    assertEquals(
        "the header Farcall-Deadline is not a number of milliseconds; send one of 1 to 12 digits,"
            + " or none",
        refusal.message());
  }
}
