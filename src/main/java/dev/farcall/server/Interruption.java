package dev.farcall.server;

import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread of a call whose deadline passes while it runs. A handler that heeds it ends
 * with an exception, and the caller is told of the deadline; one that answers all the same has its
 * answer sent.
 */
final class Interruption implements Interceptor, AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Interruption::thread, new DiscardPolicy());

  Interruption() {
    // Nearly every call ends before its deadline: what was planned for it must not be kept until
    // then.
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    clock.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    clock.allowCoreThreadTimeOut(true);
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    Optional<Duration> remaining = context.remaining();
    if (remaining.isEmpty()) {
      return next.call(call, context);
    }
    Alarm alarm = new Alarm(Thread.currentThread());
    Future<?> plan = clock.schedule(alarm, remaining.get().toNanos(), TimeUnit.NANOSECONDS);
    try {
      return next.call(call, context);
    } catch (FaultException fault) {
      throw fault;
    } catch (RuntimeException | Error failure) {
      if (alarm.stop()) {
        throw DeadlineCheck.passed("while the call was running", context);
      }
      throw failure;
    } finally {
      plan.cancel(false);
      alarm.stop();
    }
  }

  /** Interrupts nobody any more. */
  @Override
  public void close() {
    clock.shutdownNow();
  }

  @Override
  public String toString() {
    return "Interruption";
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(body, "farcall-deadlines");
    thread.setDaemon(true);
    // It must not keep alive the web application that happened to be the first to need it.
    thread.setContextClassLoader(null);
    return thread;
  }

  /** Interrupts a thread, but never after it has gone on to something else. */
  private static final class Alarm implements Runnable {

    private final Thread thread;
    private boolean stopped;
    private boolean rung;

    Alarm(Thread thread) {
      this.thread = thread;
    }

    @Override
    public synchronized void run() {
      if (!stopped) {
        rung = true;
        thread.interrupt();
      }
    }

    /** Stops it, on the thread it is for; answers whether it had rung. */
    synchronized boolean stop() {
      if (rung && !stopped) {
        // The interruption was for this call, whether anybody has noticed it or not.
        Thread.interrupted();
      }
      stopped = true;
      return rung;
    }
  }
}
