package dev.farcall.client;

import dev.farcall.TransportException;

/**
 * Carries the bytes of a call to a server, and those of its answer back: over HTTP, over a socket
 * in the file system, or within the process. One instance serves all calls, from many threads.
 *
 * <p>What is to happen to every exchange is a transport around another:
 *
 * <pre>{@code
 * Transport counting = request -> {
 *   counter.increment();
 *   return next.send(request);
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends a request, and waits for the head of its reply. Ends early when the thread is
   * interrupted.
   *
   * @return the reply, whatever its status; whoever gets it closes it
   * @throws TransportException if there is none, with what became of the request
   */
  TransportReply send(TransportRequest request);

  /** Gives back what is held open. Nothing by default. */
  @Override
  default void close() {}
}
