package dev.farcall.wire;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Keeps a few things that are costly to make and that one thread at a time may use. Not a
 * thread-local: those outlive a web application.
 */
final class Pool<T> {

  private static final int KEPT = 64;

  private final Supplier<T> maker;
  private final ArrayBlockingQueue<T> idle = new ArrayBlockingQueue<>(KEPT);

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  T take() {
    T thing = idle.poll();
    return thing != null ? thing : maker.get();
  }

  /** Gives a thing back, unless enough lie there. One that failed is not given back. */
  void giveBack(T thing) {
    boolean unused = idle.offer(thing);
  }
}
