package dev.farcall.servlet;

import dev.farcall.servlet.Shares.Place;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

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

  /** The body of a request. Closing it makes room for another; the container's stays open. */
  InputStream of(HttpServletRequest request) throws IOException {
    ServletInputStream body = request.getInputStream();
    long length = request.getContentLengthLong();
    if (length >= 0 && body.available() >= length) {
      return new Waited(body, () -> {});
    }
    Place place = waits.take(Callers.of(request));
    return place == null ? new ImpatientStream(body) : new Waited(body, place);
  }

  private static final class Waited extends FilterInputStream {
    private final Place place;

    Waited(InputStream body, Place place) {
      super(body);
      this.place = place;
    }

    @Override
    public void close() {
      place.close();
    }
  }
}
