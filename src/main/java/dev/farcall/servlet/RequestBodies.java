package dev.farcall.servlet;

import dev.farcall.wire.Codec;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.LongSupplier;

/**
 * How bodies of requests are read.
 *
 * @param waits limits for how many bodies threads wait at once
 * @param nanoTime a clock as {@link System#nanoTime}
 */
record RequestBodies(
    Codec codec, ServletSettings settings, BodyWaits waits, LongSupplier nanoTime) {

  /** The body of a request, of which nothing is read yet. */
  RequestBody of(HttpServletRequest request) {
    return new RequestBody(this, request);
  }
}
