package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimedStreamTest {

  // As of System.nanoTime, which may start anywhere, and overflow.
  private long now = Long.MAX_VALUE - 5;

  private final InputStream body =
      new TimedStream(new ByteArrayInputStream(new byte[9]), Duration.ofSeconds(2), () -> now);

  @Test
  void bodyIsReadWithinItsTime() throws IOException {
    now += 1_000_000_000;
    assertEquals(0, body.read());
    assertEquals(1, body.skip(1));
    now += 1_000_000_000;
    assertEquals(7, body.readAllBytes().length);
  }

  @Test
  void nothingIsReadOnceTheTimeIsOver() {
    now += 2_000_000_001;
    SlowBodyException e = assertThrows(SlowBodyException.class, body::read);
    assertEquals("the body took longer than the 2 s that max-body-seconds allows", e.getMessage());
    assertThrows(SlowBodyException.class, () -> body.read(new byte[3]));
    assertThrows(SlowBodyException.class, () -> body.skip(1));
  }
}
