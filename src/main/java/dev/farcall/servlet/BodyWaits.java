package dev.farcall.servlet;

import dev.farcall.servlet.Shares.Place;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the threads that wait for bodies. A container reads the head of a request without a
 * thread, but each body that is slow to come takes one of its threads, of which it has some two
 * hundred. So only some bodies are waited for. When there are that many, the slowest gives way to
 * one that comes: else those who send a byte now and then would keep out everyone whose body is a
 * packet later than its head.
 *
 * <p>Who gave way holds its thread until its next byte, or until the container gives up. So there
 * are at most twice as many threads as bodies that are waited for. Safe for use by many threads.
 */
final class BodyWaits {

  /** Nobody gives way before, else a crowd of new bodies would drive out each other. */
  private static final Duration SAFE = Duration.ofSeconds(1);

  private final int most;
  private final Shares threads;
  private final LongSupplier nanoTime;
  // By the thread that waits.
  private final Map<Place, AwaitedBody> awaited = new HashMap<>();

  /** One that waits for none so far, by a clock as {@link System#nanoTime}. */
  BodyWaits(LoadSettings settings, LongSupplier nanoTime) {
    this.most = settings.maxWaitingBodies();
    this.threads =
        new Shares((int) Math.min(Integer.MAX_VALUE, 2L * most), settings.maxBodiesPerCaller());
    this.nanoTime = nanoTime;
  }

  /**
   * The body as a thread may wait for it; null if none may. Who has sent all of it already needs no
   * place, and gets one of no account.
   *
   * @param wanted whether something is made of it; no other gives way to what is only passed over
   */
  @Nullable AwaitedBody admit(HttpServletRequest request, ServletInputStream body, boolean wanted)
      throws IOException {
    long length = request.getContentLengthLong();
    return length >= 0 && body.available() >= length
        ? new AwaitedBody(body, () -> {}, 0)
        : admit(Callers.of(request), body, wanted);
  }

  private synchronized @Nullable AwaitedBody admit(
      String caller, ServletInputStream body, boolean wanted) {
    Place thread = threads.take(caller);
    if (thread == null) {
      return null;
    }
    long now = nanoTime.getAsLong();
    if (awaited.size() >= most && !(wanted && displace(now))) {
      thread.close();
      return null;
    }
    AwaitedBody admitted = new AwaitedBody(body, () -> end(thread), now);
    awaited.put(thread, admitted);
    return admitted;
  }

  /** Whether one gave way. */
  private boolean displace(long now) {
    Optional<Map.Entry<Place, AwaitedBody>> slowest =
        awaited.entrySet().stream()
            .filter(each -> each.getValue().nanos(now) >= SAFE.toNanos())
            .min(Comparator.comparingDouble(each -> each.getValue().speed(now)));
    slowest.ifPresent(
        each -> {
          awaited.remove(each.getKey());
          each.getValue().displace();
        });
    return slowest.isPresent();
  }

  private synchronized void end(Place thread) {
    awaited.remove(thread);
    thread.close();
  }
}
