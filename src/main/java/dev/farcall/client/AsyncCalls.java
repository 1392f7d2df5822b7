package dev.farcall.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls that nobody waits for, each in a thread. A future that is cancelled, or timed out,
 * interrupts its thread, and that ends the exchange.
 */
final class AsyncCalls implements AutoCloseable {

  private final ExecutorService executor;
  private final boolean owned;

  private AsyncCalls(ExecutorService executor, boolean owned) {
    this.executor = executor;
    this.owned = owned;
  }

  /** Calls in threads of the client's own, as many as there are calls. */
  static AsyncCalls ofOwnThreads() {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(task, "farcall-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    return new AsyncCalls(Executors.newCachedThreadPool(threads), true);
  }

  /** Calls in the threads of this, which is not shut down. */
  static AsyncCalls of(ExecutorService executor) {
    return new AsyncCalls(executor, false);
  }

  <T> CompletableFuture<T> start(Supplier<@Nullable T> call) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Future<?> task;
    try {
      task = executor.submit(() -> complete(future, call));
    } catch (RejectedExecutionException e) {
      future.completeExceptionally(e);
      return future;
    }
    CompletableFuture<T> unused =
        future.whenComplete(
            (result, failure) -> {
              if (failure instanceof CancellationException || failure instanceof TimeoutException) {
                task.cancel(true);
              }
            });
    return future;
  }

  private static <T> void complete(CompletableFuture<T> future, Supplier<@Nullable T> call) {
    try {
      future.complete(call.get());
    } catch (Throwable failure) {
      future.completeExceptionally(failure);
    }
  }

  /** Interrupts the calls that run, if the threads are the client's own. */
  @Override
  public void close() {
    if (owned) {
      executor.shutdownNow();
    }
  }
}
