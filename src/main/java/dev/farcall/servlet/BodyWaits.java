package dev.farcall.servlet;

import dev.farcall.servlet.Shares.Place;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Limits the threads that wait for bodies. A container reads the head of a request without a
 * thread, but each body that is slow to come takes one of its threads, of which it has some two
 * hundred. So only some bodies are waited for; when there are that many, others must come at once.
 */
final class BodyWaits {

  private final Shares waits;

  BodyWaits(LoadSettings settings) {
    waits = new Shares(settings.maxWaitingBodies(), settings.maxBodiesPerCaller());
  }

  /**
   * Takes a place among those whose body a thread may wait for; null if there is none left. Who has
   * sent all of it already needs none, and gets one of no account.
   */
  @Nullable Place take(HttpServletRequest request, ServletInputStream body) throws IOException {
    long length = request.getContentLengthLong();
    return length >= 0 && body.available() >= length ? () -> {} : waits.take(Callers.of(request));
  }
}
