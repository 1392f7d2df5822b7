package dev.farcall.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.when;

import dev.farcall.WireException;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.Spool;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread that waits for what will not come is one that others lack. */
final class RequestBodyTest {

  private static final byte[] HALF = "<methodCall><methodName>".getBytes(UTF_8);

  private final ServletSettings settings =
      ServletSettings.read(Map.of("max-bodies-per-caller", "1"), new Problems());
  private final BodyWaits waits = new BodyWaits(settings.load(), System::nanoTime);
  private final RequestBodies bodies =
      new RequestBodies(
          Codec.of(settings.limits(), Reading.STANDARD), settings, waits, System::nanoTime);
  private int reads;

  private HttpServletRequest request(FedBody sent, long length) throws IOException {
    HttpServletRequest request = new RequestStub().length(length).build();
    when(request.getInputStream()).thenReturn(sent);
    return request;
  }

  @Test
  void nothingIsReadOnceAllHasBeenRead() throws IOException {
    HttpServletRequest request = request(new FedBody(HALF, () -> reads++), HALF.length);
    try (RequestBody body = bodies.of(request);
        Room room = new Rooms(Spool.of(settings.spool()), settings.load()).open(() -> "somebody")) {
      assertThrows(WireException.class, () -> body.read(room));
      int before = reads;
      body.drain();
      assertEquals(before, reads);
    }
  }

  @Test
  void restIsNotReadWhileTheCallerIsWaitedForElsewhere() throws IOException {
    FedBody sent = new FedBody(HALF, () -> {});
    HttpServletRequest request = request(sent, 1_000);
    try (AwaitedBody elsewhere = waits.admit(request, sent, true)) {
      assertNotNull(elsewhere);
      bodies.of(request).drain();
      assertEquals(HALF.length, sent.left());
    }
    bodies.of(request).drain();
    assertEquals(0, sent.left());
  }
}
