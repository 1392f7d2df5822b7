package dev.farcall.servlet;

import dev.farcall.FaultException;
import dev.farcall.XmlRpcMethod;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler of which every run can be told from every other; the same for all servers. */
public final class Till {

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static CountDownLatch begun = new CountDownLatch(1);
  private static CountDownLatch goOn = new CountDownLatch(1);

  static void reset() {
    RUNS.set(0);
    begun = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
  }

  /** How often a method ran. */
  static int runs() {
    return RUNS.get();
  }

  static void awaitSlow() throws InterruptedException {
    begun.await();
  }

  static void endSlow() {
    goOn.countDown();
  }

  @XmlRpcMethod
  public String pay(String amount) {
    int run = RUNS.incrementAndGet();
    if (amount.equals("too much")) {
      throw new FaultException(4, "declined in run " + run);
    }
    if (amount.equals("nothing")) {
      throw new IllegalStateException("run " + run);
    }
    return amount + " in run " + run;
  }

  @XmlRpcMethod
  public String large(int chars) {
    return "x".repeat(chars) + RUNS.incrementAndGet();
  }

  @XmlRpcMethod
  public InputStream stream() {
    RUNS.incrementAndGet();
    return new ByteArrayInputStream(new byte[100_000]);
  }

  @XmlRpcMethod
  public int slow() throws InterruptedException {
    begun.countDown();
    goOn.await();
    return RUNS.incrementAndGet();
  }

  @XmlRpcMethod
  @RolesAllowed("admin")
  public int empty() {
    return RUNS.incrementAndGet();
  }

  @XmlRpcMethod(idempotent = true)
  public int count() {
    return RUNS.incrementAndGet();
  }

  @XmlRpcMethod
  public Optional<String> other() {
    RUNS.incrementAndGet();
    return Optional.empty();
  }
}
