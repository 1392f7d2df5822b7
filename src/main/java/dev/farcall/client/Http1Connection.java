package dev.farcall.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A connection whose channel does not block: whoever reads or writes waits for as long as a watch
 * allows, and an interrupted thread does not wait. For use by one thread at a time.
 */
final class Http1Connection implements Closeable {

  private static final int BUFFER = 16 << 10;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer input = ByteBuffer.allocateDirect(BUFFER).flip();

  private Http1Connection(SocketChannel channel, Selector selector, SelectionKey key) {
    this.channel = channel;
    this.selector = selector;
    this.key = key;
  }

  /**
   * A connection over a channel that does not block, and that is closed with it; waits until the
   * channel, which is to connect, has done so. A channel that could not is closed.
   */
  static Http1Connection of(SocketChannel channel, Watch watch) throws IOException {
    Selector selector = Selector.open();
    try {
      Http1Connection connection =
          new Http1Connection(channel, selector, channel.register(selector, 0));
      connection.connect(watch);
      return connection;
    } catch (IOException | RuntimeException e) {
      // In this order, for what is registered is not let go of before its selector is.
      try (selector;
          channel) {
        throw e;
      }
    }
  }

  private void connect(Watch watch) throws IOException {
    while (!channel.finishConnect()) {
      await(SelectionKey.OP_CONNECT, watch);
    }
  }

  /** Whether more came than was read. */
  boolean hasUnread() {
    return input.hasRemaining();
  }

  /**
   * Whether it is as it was left. A server that has closed it has said so by now, or will not be
   * known to have done so before the next call is lost.
   */
  boolean isFresh() {
    try {
      input.clear();
      int count = channel.read(input);
      input.flip();
      return count == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it is as it was left, after it has been watched for this time. */
  boolean isFresh(Duration patience) {
    try {
      key.interestOps(SelectionKey.OP_READ);
      selector.select(ignored -> {}, patience.toMillis());
      return isFresh();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Sends these bytes, in as few pieces as they fit in. It ends early when the server answers
   * before it has read them all, as it does to refuse a body that is too long.
   */
  void send(ByteBuffer[] parts, Watch watch) throws IOException {
    ByteBuffer last = parts[parts.length - 1];
    while (true) {
      if (channel.write(parts) > 0) {
        watch.moved();
      }
      if (!last.hasRemaining() || input.hasRemaining()) {
        return;
      }
      await(SelectionKey.OP_WRITE | SelectionKey.OP_READ, watch);
      if (key.isReadable()) {
        return;
      }
    }
  }

  /** Waits for the first byte of an answer. */
  void awaitAnswer(Watch watch) throws IOException {
    if (!input.hasRemaining()) {
      await(SelectionKey.OP_READ, watch);
    }
  }

  /** The next byte, or -1 at the end of the stream. */
  int read(Watch watch) throws IOException {
    return input.hasRemaining() || fill(watch) ? input.get() & 0xff : -1;
  }

  /** Some of the next bytes, or -1 at the end of the stream. */
  int read(byte[] target, int offset, int length, Watch watch) throws IOException {
    if (!input.hasRemaining() && !fill(watch)) {
      return -1;
    }
    int count = Math.min(length, input.remaining());
    input.get(target, offset, count);
    return count;
  }

  private boolean fill(Watch watch) throws IOException {
    // Where there is always more to read, nobody waits, and what ends waiting is not met.
    if (watch.isOver()) {
      throw new SocketTimeoutException(watch.reason());
    }
    input.clear();
    try {
      int count = channel.read(input);
      while (count == 0) {
        await(SelectionKey.OP_READ, watch);
        count = channel.read(input);
      }
      watch.moved();
      return count > 0;
    } finally {
      input.flip();
    }
  }

  private void await(int operations, Watch watch) throws IOException {
    if (key.interestOps() != operations) {
      key.interestOps(operations);
    }
    int ready = 0;
    while (ready == 0) {
      long left = watch.nanosLeft();
      if (left <= 0) {
        throw new SocketTimeoutException(watch.reason());
      }
      ready = selector.select(ignored -> {}, left / 1_000_000 + 1);
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the thread was interrupted");
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      selector.close();
    }
  }
}
