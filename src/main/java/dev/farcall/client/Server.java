package dev.farcall.client;

import dev.farcall.call.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One of the servers of a client, and whether it is thought to be up. Times are nanoseconds of
 * {@link Time#nanos}. Safe for use by many threads.
 */
final class Server {

  private final URI address;
  private final Endpoint endpoint;

  /** Null while it is thought to be up. */
  private final AtomicReference<@Nullable Aside> aside = new AtomicReference<>();

  /**
   * A server that is thought to be up.
   *
   * @param address as it may be shown
   * @param endpoint sends one request
   */
  Server(URI address, Endpoint endpoint) {
    this.address = address;
    this.endpoint = endpoint;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Whether a call may go here: it is up, or this is the one call that finds out. */
  boolean claim(long now) {
    Aside state = aside.get();
    return state == null || (state.isOver(now) && aside.compareAndSet(state, state.tried(now)));
  }

  /** It answered a call, so it is up, unless the call was sent before it failed. */
  void answered(long sentAt) {
    Aside state = aside.get();
    if (state != null && sentAt - state.since() >= 0) {
      aside.compareAndSet(state, null);
    }
  }

  /**
   * It failed.
   *
   * @param asked for which it asks not to be called
   */
  void failed(long now, Duration asked) {
    aside.updateAndGet(before -> Aside.of(before, now, asked));
  }

  /** For how many nanoseconds it asks not to be called; none if not positive. */
  long quiet(long now) {
    Aside state = aside.get();
    return state == null ? 0 : state.quietUntil() - now;
  }

  /** For how many nanoseconds it is set aside; none if not positive. */
  long pause(long now) {
    Aside state = aside.get();
    return state == null ? 0 : state.until() - now;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
