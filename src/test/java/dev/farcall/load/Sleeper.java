package dev.farcall.load;

/** Takes as long as it is told, so that it is known how many calls a number of places can take. */
public final class Sleeper {

  /** For the servlet, which makes one. */
  public Sleeper() {}

  /** Sleeps that long, and answers how long. */
  public int sleep(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }
}
