package dev.farcall.servlet;

import dev.farcall.call.PrintableText;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests that are being answered come to their end before the servlet does. New ones are
 * refused meanwhile, and told that nothing was done for them. A container may stop a servlet while
 * it still answers (Tomcat does after two seconds), so this waits by itself.
 */
final class Draining implements HttpService, AutoCloseable {

  /**
   * The attribute of the application, followed by a servlet's name, that has a {@link Runnable} by
   * which whoever is about to stop the container lets the servlet's calls end first. Its class is
   * the JDK's, so that the container's side needs none of ours.
   */
  static final String ATTRIBUTE = "dev.farcall.drain.";

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");
  private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(1);
  private static final int LONGEST_NAME = 128;

  private final Duration longest;
  private final Watch watch;
  private final RequestBodies bodies;
  private final Replies replies;
  private final HttpService next;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Set<Running> running = new HashSet<>();
  private boolean draining;
  private boolean over;
  private Runnable withdrawal = () -> {};

  /** Stands around that service, and has the watch know when it is the end. */
  Draining(
      LoadSettings settings, Watch watch, RequestBodies bodies, Replies replies, HttpService next) {
    this.longest = Duration.ofSeconds(settings.drainSeconds());
    this.watch = watch;
    this.bodies = bodies;
    this.replies = replies;
    this.next = next;
  }

  /** Lets the application's container begin with the draining before it stops anything else. */
  void offerTo(ServletConfig servlet) {
    ServletContext application = servlet.getServletContext();
    String name = ATTRIBUTE + servlet.getServletName();
    application.setAttribute(name, (Runnable) this::drain);
    withdrawal = () -> application.removeAttribute(name);
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) {
    Running mine = begin(request);
    if (mine == null) {
      refuse(request, response);
      return;
    }
    try {
      next.serve(request, response);
    } finally {
      end(mine);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) {
    try (RequestBody body = bodies.of(request)) {
      replies.refuse(Refusals.STOPPING, response);
      body.drain();
    }
  }

  /** Drains, unless that is done already. */
  @Override
  public void close() {
    withdrawal.run();
    drain();
  }

  /**
   * Takes no more requests, and waits for those that are being answered. Those that take longer are
   * interrupted, and the log has a line for each. Once that is over it is not done again: who asks
   * several times, as a container and its servlet do, waits once.
   */
  private void drain() {
    // First, so that a balancer can send nothing more even before anything is refused.
    watch.become(ServletState.DRAINING);
    lock.lock();
    try {
      draining = true;
      if (!over && !await(longest)) {
        running.forEach(Running::interrupt);
        await(AFTER_INTERRUPTION);
      }
      over = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean await(Duration most) throws InterruptedException {
    long left = most.toNanos();
    while (!running.isEmpty() && left > 0) {
      left = ended.awaitNanos(left);
    }
    return running.isEmpty();
  }

  private @Nullable Running begin(HttpServletRequest request) {
    lock.lock();
    try {
      if (draining) {
        return null;
      }
      Running begun = new Running(request, Thread.currentThread(), System.nanoTime());
      running.add(begun);
      return begun;
    } finally {
      lock.unlock();
    }
  }

  private void end(Running mine) {
    lock.lock();
    try {
      running.remove(mine);
      if (draining) {
        // The thread is the container's: an interruption that came too late is not for it.
        Thread.interrupted();
        ended.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A request that is being answered; each is only equal to itself. */
  private static final class Running {
    private final HttpServletRequest request;
    private final Thread thread;
    private final long start;

    Running(HttpServletRequest request, Thread thread, long start) {
      this.request = request;
      this.thread = thread;
      this.start = start;
    }

    void interrupt() {
      Object method = request.getAttribute(CallService.METHOD);
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      LOG.log(
          Level.ERROR,
          () ->
              "the servlet is stopped, and interrupts "
                  + (method == null
                      ? "a request that has not been read"
                      : "a call of " + PrintableText.of(method.toString(), LONGEST_NAME))
                  + " from "
                  + Callers.shown(request)
                  + " after "
                  + seconds
                  + " s (setting drain-seconds)");
      thread.interrupt();
    }
  }
}
