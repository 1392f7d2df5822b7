package dev.farcall.load;

import dev.farcall.testkit.ServeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Calls that are due at a steady rate, whatever becomes of those before them: what one takes counts
 * from when it was due, so a server that is late cannot put off what is measured. One thread makes
 * them all, over connections that are kept, so that callers take little of what the server needs.
 */
final class Arrivals {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LONGEST_WAIT_MILLIS = 1;

  private final Rate rate;
  private final Figures figures;
  private final Selector selector;
  private final Deque<Line> idle = new ArrayDeque<>();
  private int calling;

  private Arrivals(Rate rate, Selector selector) {
    this.rate = rate;
    this.figures = new Figures(rate);
    this.selector = selector;
  }

  /** Makes them, and gives what came of them once all are answered. */
  static Figures run(ServeProcess server, Rate rate, byte[] call) throws IOException {
    try (Selector selector = Selector.open()) {
      Arrivals arrivals = new Arrivals(rate, selector);
      arrivals.open(server, call);
      try {
        arrivals.run();
      } finally {
        arrivals.close();
      }
      return arrivals.figures;
    }
  }

  private void open(ServeProcess server, byte[] call) throws IOException {
    for (int i = 0; i < rate.connections(); i++) {
      String from = "127.0.0." + (rate.firstAddress() + i % rate.addresses());
      idle.add(new Line(server.open(from), selector, call));
    }
  }

  private void run() throws IOException {
    long start = System.nanoTime();
    long longest = rate.time().toNanos() + PATIENCE_NANOS;
    long made = 0;
    while (made < rate.calls() || calling > 0) {
      long now = System.nanoTime();
      if (now - start > longest) {
        throw new IOException(calling + " calls are not answered");
      }
      for (; made < rate.calls() && start + rate.nanosOf(made) <= now && !idle.isEmpty(); made++) {
        // The one that has been idle for the longest, so that all addresses have their turn.
        idle.remove().send(start + rate.nanosOf(made));
        calling++;
      }
      selector.select(this::receive, LONGEST_WAIT_MILLIS);
    }
  }

  private void receive(SelectionKey key) {
    Line line = (Line) key.attachment();
    try {
      Answer answer = line.receive();
      if (answer != null) {
        figures.add(answer, System.nanoTime() - line.due());
        idle.add(line);
        calling--;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
  }

  /**
   * How many calls there are, and from where.
   *
   * @param perSecond calls that are due in each second
   * @param time how long they go on
   * @param firstAddress the last part of the address 127.0.0.N of the first callers
   * @param addresses how many addresses they have
   * @param connections how many they have together; a call that finds none idle waits for one
   */
  record Rate(int perSecond, Duration time, int firstAddress, int addresses, int connections) {

    long calls() {
      return perSecond * time.toSeconds();
    }

    /** When that call is due, counted from the first. */
    long nanosOf(long call) {
      return call * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }
  }
}
