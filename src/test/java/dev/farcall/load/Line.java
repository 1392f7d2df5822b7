package dev.farcall.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connection on which the same call is made again and again. For use by one thread. */
final class Line {

  private static final int LONGEST_ANSWER = 8_192;

  private final SocketChannel channel;
  private final ByteBuffer call;
  private final ByteBuffer received = ByteBuffer.allocate(LONGEST_ANSWER);
  private long due;

  /** Over that channel, whose answers the selector tells of. */
  Line(SocketChannel channel, Selector selector, byte[] call) throws IOException {
    this.channel = channel;
    this.call = ByteBuffer.wrap(call);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Makes a call that was due at a time of {@link System#nanoTime}. */
  void send(long time) throws IOException {
    due = time;
    received.clear();
    channel.write(call.rewind());
    if (call.hasRemaining()) {
      throw new IOException("a call does not fit into the buffer of a socket that is idle");
    }
  }

  /** When the last call was due. */
  long due() {
    return due;
  }

  /** The answer, or null until all of it has come. */
  @Nullable Answer receive() throws IOException {
    if (channel.read(received) < 0) {
      throw new EOFException("the server closed a connection that should be kept");
    }
    return Answer.in(received.array(), received.position());
  }
}
