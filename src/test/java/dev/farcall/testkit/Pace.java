package dev.farcall.testkit;

import java.util.concurrent.Semaphore;

/** How fast a {@link Reply} is sent, byte by byte, as the test allows. */
public final class Pace {

  private final Semaphore allowed = new Semaphore(0);

  /** Lets so many more bytes go. */
  public void allow(int bytes) {
    allowed.release(bytes);
  }

  /** Lets all the rest go. */
  public void allowAll() {
    allowed.release(1 << 30);
  }

  void awaitOne() throws InterruptedException {
    allowed.acquire();
  }
}
