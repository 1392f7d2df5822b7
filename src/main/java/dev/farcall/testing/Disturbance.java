package dev.farcall.testing;

import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What {@link FaultInjection} does to an exchange. Those that are made here are equal if they do
 * the same, and their text says what. Safe for use by many threads.
 */
@FunctionalInterface
public interface Disturbance {
  /**
   * Sends a request, or does not, and answers, or does not.
   *
   * @param next carries the call
   * @param random the same for the same seed and number of exchange
   * @throws dev.farcall.TransportException in place of an answer
   */
  TransportReply send(TransportRequest request, Transport next, RandomGenerator random);

  /** Nothing: the exchange goes on as it would. */
  static Disturbance none() {
    return Disturbances.NONE;
  }

  /**
   * A wait before the request is sent. If the deadline comes first, it is waited for, and the
   * request is not sent.
   *
   * @throws IllegalArgumentException if it is negative
   */
  static Disturbance delay(Duration time) {
    return delay(time, Disturbances.THREAD);
  }

  /**
   * A wait before the request is sent, by a clock of the test's own.
   *
   * @throws IllegalArgumentException if it is negative
   */
  static Disturbance delay(Duration time, Sleeper sleeper) {
    return new Disturbances.Delay(time, sleeper);
  }

  /** A connection that is cut before the request is sent: {@code NOT_SENT}. */
  static Disturbance notSent() {
    return Disturbances.NOT_SENT;
  }

  /** A connection that is cut once the server has answered, which nobody sees: {@code UNKNOWN}. */
  static Disturbance noReply() {
    return Disturbances.NO_REPLY;
  }

  /** A connection that is cut at a random place in the body of the reply: {@code UNKNOWN}. */
  static Disturbance cutReply() {
    return Disturbances.CUT_REPLY;
  }

  /** A reply that is random bytes from a random place on, in the first half of its body. */
  static Disturbance garbage() {
    return Disturbances.GARBAGE;
  }

  /**
   * An answer with this status, and a page for people, as of a proxy; the request is not sent.
   *
   * @throws IllegalArgumentException if it is not from 200 to 599
   */
  static Disturbance status(int status) {
    return Disturbances.Status.of(status);
  }

  /**
   * The same from a server that says that it did not start the call, see {@link
   * dev.farcall.call.UnprocessedHeader}: {@code REFUSED}.
   *
   * @param status 429 or 503
   * @throws IllegalArgumentException if it is another
   */
  static Disturbance unprocessed(int status) {
    return Disturbances.Status.unprocessed(status);
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleeper {
    /** Returns when the time is over. */
    void sleep(Duration time) throws InterruptedException;
  }
}
