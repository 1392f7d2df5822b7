package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.FaultCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told of a body that could not be read. */
final class RefusalsTest {

  /** As sockets say it, Tomcat around that, and Jetty. */
  static Stream<IOException> timeouts() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new IOException(new SocketTimeoutException()),
        new IOException(new TimeoutException("Idle timeout expired: 30000/30000 ms")));
  }

  @ParameterizedTest
  @MethodSource("timeouts")
  void bodyThatTheContainerWaitsForNoLongerIsTooSlow(IOException timeout) {
    assertEquals(
        new Refusal(
            408,
            FaultCode.LIMIT_EXCEEDED,
            "no more of the body came for as long as the server waits",
            Map.of("Connection", "close")),
        Refusals.of(timeout));
  }

  @Test
  void bodyWhoseReadingIsInterruptedWasForAServerThatStops() {
    assertEquals(Refusals.STOPPING, Refusals.of(new InterruptedIOException()));
  }

  @Test
  void bodyThatEndsOtherwiseIsABadRequest() {
    Refusal refusal = Refusals.of(new IOException("Connection reset by peer"));
    assertEquals(400, refusal.status());
    assertEquals("the body ended before it was complete", refusal.message());
  }
}
